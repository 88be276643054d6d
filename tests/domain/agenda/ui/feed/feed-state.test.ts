import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_AGENDA, type Agenda } from '#app/domain/agenda/agenda.ts'
import { applyChange } from '#app/domain/agenda/apply-change.ts'
import type { AgendaChange } from '#app/domain/agenda/change.ts'
import {
  nextFeedState, nextToPost, shownAgenda, startFeedState, type AgendaStep, type FeedEvent, type FeedState,
} from '#app/domain/agenda/ui/feed/feed-state.ts'
import { ids } from '../../changes.ts'

const AT = 1_790_000_000_000
const guest = { role: 'guest' as const, seatId: 'g', name: 'Søren' }

test('a change made here is shown at once, and confirmed by nothing but the server', () => {
  const state = play([made('c1', write(0))])
  expect(texts(shownAgenda(state, guest))).toEqual(['Linje 0'])
  expect(state.confirmed.entries).toEqual([])
  expect(nextToPost(state)?.changeId).toBe('c1')
})

test('an answer and a step may come in either order, and the line is never shown twice or gone in between', () => {
  const answer: FeedEvent = { kind: 'answered', changeId: 'c1', version: 1, at: AT }
  const step: FeedEvent = { kind: 'step', step: stepOf(1, 'c1', write(0)) }
  for (const order of [[answer, step], [step, answer], [step], [step, step, answer]]) {
    let state = play([made('c1', write(0))])
    for (const event of order) {
      state = nextFeedState(state, event)
      expect(texts(shownAgenda(state, guest))).toEqual(['Linje 0'])
    }
    expect(state.pending).toEqual([])
    expect(state.version).toBe(1)
  }
})

test('an answered change is not posted again while its step is on the way', () => {
  const state = play([made('c1', write(0)), made('c2', write(1)), { kind: 'answered', changeId: 'c1', version: 1, at: AT }])
  expect(nextToPost(state)?.changeId).toBe('c2')
  expect(texts(shownAgenda(state, guest))).toEqual(['Linje 0', 'Linje 1'])
})

test('changes are posted in the order in which they were made', () => {
  const state = play([made('c1', write(0)), made('c2', write(1))])
  expect(nextToPost(state)?.changeId).toBe('c1')
  expect(nextToPost(play([]))).toBeNull()
})

test('a refused change is taken back, and kept with its words until it is dismissed', () => {
  const refused = play([made('c1', write(0)), { kind: 'refused', changeId: 'c1', reason: 'too-many' }])
  expect(shownAgenda(refused, guest).entries).toEqual([])
  expect(refused.refused).toEqual([{ changeId: 'c1', change: write(0), reason: 'too-many' }])
  expect(nextFeedState(refused, { kind: 'dismissed', changeId: 'c1' }).refused).toEqual([])
})

test('a refusal of something unknown changes nothing', () => {
  const state = play([made('c1', write(0))])
  expect(nextFeedState(state, { kind: 'refused', changeId: 'other', reason: 'too-long' })).toBe(state)
})

test('a step that was seen already is passed over', () => {
  const state = play([{ kind: 'step', step: stepOf(1, 'c1', write(0)) }])
  expect(nextFeedState(state, { kind: 'step', step: stepOf(1, 'c1', write(0)) })).toBe(state)
})

test('a gap, or a step that does not fit, asks for the whole agenda, which ends it', () => {
  const gap = play([{ kind: 'step', step: stepOf(2, 'c2', write(0)) }])
  expect(gap).toMatchObject({ isBehind: true, version: 0 })
  const misfit = play([{ kind: 'step', step: stepOf(1, 'c1', { kind: 'entry-remove', entryId: 'unknown' }) }])
  expect(misfit.isBehind).toBe(true)
  expect(nextFeedState(gap, { kind: 'whole', version: 2, agenda: agendaOf([write(0)]) })).toMatchObject({ isBehind: false, version: 2 })
})

test('a whole agenda that is older than what is known is passed over, unless this browser has lost its way', () => {
  const known = play([{ kind: 'whole', version: 5, agenda: agendaOf([write(0)]) }])
  expect(nextFeedState(known, { kind: 'whole', version: 3, agenda: EMPTY_AGENDA })).toBe(known)
  expect(nextFeedState({ ...known, isBehind: true }, { kind: 'whole', version: 3, agenda: EMPTY_AGENDA }).version).toBe(3)
})

test('a whole agenda keeps what the server has not answered, and lets go of what is in it', () => {
  const state = play([
    made('c1', write(0)), made('c2', write(1)), { kind: 'answered', changeId: 'c1', version: 1, at: AT },
    { kind: 'whole', version: 1, agenda: agendaOf([write(0)]) },
  ])
  expect(state.pending.map(({ changeId }) => changeId)).toEqual(['c2'])
  expect(texts(shownAgenda(state, guest))).toEqual(['Linje 0', 'Linje 1'])
})

test('a pending change that no longer fits is not shown, and does not hide the others', () => {
  const state = play([made('c1', { kind: 'entry-remove', entryId: 'unknown' }), made('c2', write(1))])
  expect(texts(shownAgenda(state, guest))).toEqual(['Linje 1'])
})

test('however answers and steps interleave, the browser ends with the agenda of the server', () => {
  const lines = [0, 1, 2, 3]
  fc.assert(fc.property(fc.shuffledSubarray(lines, { minLength: 4 }), fc.infiniteStream(fc.boolean()), (answered, coin) => {
    let state = play(lines.map((line) => made(`c${line}`, write(line))))
    const answers = answered.map((line): FeedEvent => ({ kind: 'answered', changeId: `c${line}`, version: line + 1, at: AT }))
    const steps = lines.map((line): FeedEvent => ({ kind: 'step', step: stepOf(line + 1, `c${line}`, write(line)) }))
    while (answers.length + steps.length > 0) {
      const [first, second] = coin.next().value ? [answers, steps] : [steps, answers]
      const event = first.shift() ?? second.shift()
      if (event) state = nextFeedState(state, event)
      expect(texts(shownAgenda(state, guest)).toSorted()).toEqual(lines.map((line) => `Linje ${line}`))
    }
    expect(state).toMatchObject({ version: 4, pending: [], refused: [], isBehind: false, confirmed: agendaOf(lines.map(write)) })
  }))
})

function play(events: FeedEvent[]): FeedState {
  return events.reduce(nextFeedState, startFeedState(0, EMPTY_AGENDA))
}

function made(changeId: string, change: AgendaChange): FeedEvent {
  return { kind: 'made', changeId, change, at: AT }
}

function stepOf(version: number, changeId: string, change: AgendaChange): AgendaStep {
  return { version, changeId, change, ...guest, at: AT }
}

function write(line: number): AgendaChange {
  return { kind: 'entry-add', entryId: ids[line] ?? '', entryKind: 'decision', itemId: null, text: `Linje ${line}`, owner: '', due: '' }
}

function agendaOf(changes: AgendaChange[]): Agenda {
  return changes.reduce((agenda, change) => {
    const applied = applyChange(agenda, change, { ...guest, at: AT })
    return applied.ok ? applied.value : agenda
  }, EMPTY_AGENDA)
}

function texts(agenda: Agenda): string[] {
  return agenda.entries.map(({ text }) => text)
}
