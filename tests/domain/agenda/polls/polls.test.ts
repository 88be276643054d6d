import { expect, test } from 'vitest'
import { EMPTY_AGENDA, type Agenda } from '#app/domain/agenda/agenda.ts'
import { applyChange } from '#app/domain/agenda/apply-change.ts'
import type { AgendaChange, ChangeContext } from '#app/domain/agenda/change.ts'
import { parseAgendaChange } from '#app/domain/agenda/input.ts'
import { outcomeOf, POLL_LIMITS, resultFor } from '#app/domain/agenda/polls/poll.ts'
import { newId } from '#app/kernel/ids.ts'

const host: ChangeContext = { role: 'host', seatId: 'host', name: 'Mette', at: 1 }
const guest: ChangeContext = { role: 'guest', seatId: 'guest', name: 'Søren', at: 2 }
const [pollId, yes, no] = [newId(), newId(), newId()]

test('the host asks, each has one vote that can be changed, and sees the result once it is given', () => {
  const asked = made(EMPTY_AGENDA, ask(), host)
  expect(resultFor(pollOf(asked), 'guest')).toEqual({ own: null, counts: null, votes: 0 })
  const voted = made(made(asked, vote(yes), guest), vote(yes), host)
  expect(resultFor(pollOf(voted), 'guest')).toEqual({ own: yes, counts: [2, 0], votes: 2 })
  expect(resultFor(pollOf(made(voted, vote(no), guest)), 'guest')).toEqual({ own: no, counts: [1, 1], votes: 2 })
  expect(resultFor(pollOf(voted), 'late')).toEqual({ own: null, counts: null, votes: 2 })
})

test('a closed poll shows everybody its result and takes no votes; closing it again is no fault', () => {
  const closed = made(made(made(EMPTY_AGENDA, ask(), host), vote(yes), guest), { kind: 'poll-close', pollId }, host)
  expect(resultFor(pollOf(closed), 'late')).toEqual({ own: null, counts: [1, 0], votes: 1 })
  expect(reasonOf(closed, vote(no), guest)).toBe('poll-closed')
  expect(made(closed, { kind: 'poll-close', pollId }, host)).toEqual(closed)
})

test('the record has how many gave each answer and of nobody which, and before the end only for whoever has answered', () => {
  const voted = pollOf(made(made(EMPTY_AGENDA, ask(), host), vote(yes), guest))
  const outcome = outcomeOf(voted, { seatId: 'late', isOver: true })
  expect(outcome).toMatchObject({ question: voted.question, votes: 1, isClosed: false })
  expect(outcome.answers).toEqual(voted.answers.map(({ text }, index) => ({ text, count: index === 0 ? 1 : 0 })))
  expect(JSON.stringify(outcome)).not.toContain('guest')
  const before = (seatId: string) => outcomeOf(voted, { seatId, isOver: false }).answers.map(({ count }) => count)
  expect([before('late'), before('guest')]).toEqual([[null, null], [1, 0]])
})

test('only the host asks and closes', () => {
  expect(reasonOf(EMPTY_AGENDA, ask(), guest)).toBe('not-allowed')
  expect(reasonOf(made(EMPTY_AGENDA, ask(), host), { kind: 'poll-close', pollId }, guest)).toBe('not-allowed')
})

test.each<[string, AgendaChange, string]>([
  ['no question', { ...ask(), question: '  ' }, 'empty-text'],
  ['a question that is too long', { ...ask(), question: 'x'.repeat(201) }, 'too-long'],
  ['an answer that is too long', { ...ask(), answers: [{ id: yes, text: 'x'.repeat(101) }, { id: no, text: 'Nej' }] }, 'too-long'],
  ['one answer', { ...ask(), answers: [{ id: yes, text: 'Ja' }] }, 'bad-answers'],
  ['seven answers', { ...ask(), answers: Array.from({ length: 7 }, (_, index) => ({ id: newId(), text: `${index}` })) }, 'bad-answers'],
  ['two like answers', { ...ask(), answers: [{ id: yes, text: 'Ja' }, { id: no, text: ' Ja ' }] }, 'bad-answers'],
  ['answers with one id', { ...ask(), answers: [{ id: yes, text: 'Ja' }, { id: yes, text: 'Nej' }] }, 'bad-answers'],
  ['an empty answer', { ...ask(), answers: [{ id: yes, text: 'Ja' }, { id: no, text: ' ' }] }, 'bad-answers'],
  ['a poll that is not there', { kind: 'poll-vote', pollId: newId(), answerId: yes }, 'no-such-poll'],
  ['to close one that is not there', { kind: 'poll-close', pollId: newId() }, 'no-such-poll'],
])('refused: %s', (_, change, reason) => {
  expect(reasonOf(EMPTY_AGENDA, change, host)).toBe(reason)
})

test('a vote for an answer of another poll counts for nothing, and the same poll is asked once', () => {
  const asked = made(EMPTY_AGENDA, ask(), host)
  expect(reasonOf(asked, vote(newId()), guest)).toBe('bad-answers')
  expect(reasonOf(asked, ask(), host)).toBe('already-there')
})

test('there is room for so many polls and no more', () => {
  const polls = Array.from({ length: POLL_LIMITS.polls }, () => ({ ...ask(), pollId: newId() }))
  const full = polls.reduce((agenda, one) => made(agenda, one, host), EMPTY_AGENDA)
  expect(reasonOf(full, { ...ask(), pollId: newId() }, host)).toBe('too-many')
})

test('what no browser sends is malformed, and what somebody typed has its own reason', () => {
  expect(parseAgendaChange(ask())).toMatchObject({ ok: true })
  expect(parseAgendaChange({ ...ask(), answers: 'Ja' })).toEqual({ ok: false, reason: 'malformed' })
  expect(parseAgendaChange({ kind: 'poll-vote', pollId, answerId: '__proto__' })).toEqual({ ok: false, reason: 'malformed' })
  expect(parseAgendaChange({ kind: 'note-update', update: 'x'.repeat(200_000) })).toEqual({ ok: false, reason: 'too-long' })
  expect(parseAgendaChange({ kind: 'note-update', update: 7 })).toEqual({ ok: false, reason: 'malformed' })
  const note = { kind: 'entry-add', entryId: yes, entryKind: 'note', itemId: null, text: 'x', owner: '', due: '' }
  expect(parseAgendaChange(note)).toEqual({ ok: false, reason: 'malformed' })
})

function ask() {
  return { kind: 'poll-ask' as const, pollId, itemId: null, question: 'Begynder vi i januar?', answers: [{ id: yes, text: 'Ja' }, { id: no, text: 'Nej' }] }
}

function vote(answerId: string): AgendaChange {
  return { kind: 'poll-vote', pollId, answerId }
}

function made(agenda: Agenda, change: AgendaChange, context: ChangeContext): Agenda {
  const applied = applyChange(agenda, change, context)
  if (!applied.ok) throw new Error(applied.reason)
  return applied.value
}

function reasonOf(agenda: Agenda, change: AgendaChange, context: ChangeContext): string {
  const applied = applyChange(agenda, change, context)
  return applied.ok ? 'made' : applied.reason
}

function pollOf({ polls: [poll] = [] }: Agenda) {
  if (!poll) throw new Error('it was asked')
  return poll
}
