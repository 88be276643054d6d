import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EMPTY_AGENDA, type Agenda } from '#app/domain/agenda/agenda.ts'
import { applyChange } from '#app/domain/agenda/apply-change.ts'
import {
  nextFeedState, shownAgenda, startFeedState, type AgendaStep, type FeedEvent, type FeedState,
} from '#app/domain/agenda/ui/feed/feed-state.ts'
import { anySteps, ids, type Step } from '../../changes.ts'

/** One of those whose changes `anySteps` makes is the one who looks. */
const OWN = ids[0] ?? ''
const author = { role: 'guest' as const, seatId: OWN, name: 'Søren' }
const RUNS = process.env.PROOF_SCALE === 'full' ? 5_000 : 300

/** All that a server made of a meeting: the agenda at each version, and what it says of each change. */
type Server = { agendas: Agenda[]; steps: AgendaStep[]; made: FeedEvent[]; answers: FeedEvent[] }

/** What the line does next: brings one of what is on its way, in any order, again, or never; or the whole agenda of some version. */
type Turn = { kind: 'bring' | 'repeat' | 'lose' | 'whole' | 'make'; place: number }

const anyTurn: fc.Arbitrary<Turn> = fc.record({
  kind: fc.constantFrom('make', 'make', 'bring', 'bring', 'bring', 'repeat', 'lose', 'whole'), place: fc.nat(1_000),
})

test('in whatever order answers, steps and whole agendas arrive, what is confirmed is what the server had, and the end is the same', () => {
  fc.assert(fc.property(anySteps, fc.array(anyTurn, { maxLength: 150 }), (changes, turns) => {
    const server = play(changes)
    let [state, madeCount] = [startFeedState(0, EMPTY_AGENDA), 0]
    const onWay: FeedEvent[] = server.steps.map((step) => ({ kind: 'step', step }))
    const answered: FeedEvent[] = []
    const make = () => {
      const [made, answer] = [server.made[madeCount], server.answers[madeCount]]
      if (!made || !answer) return
      madeCount += 1
      state = nextFeedState(state, made)
      answered.push(answer)
    }
    const arrive = (event: FeedEvent) => {
      state = nextFeedState(state, event)
      expect(state.confirmed).toEqual(server.agendas[state.version])
    }
    for (const { kind, place } of turns) {
      if (kind === 'make') make()
      if (kind === 'whole') arrive(wholeOf(server, place))
      // Answers are never lost for good: the browser posts until it hears one.
      const line = place % 2 === 0 || kind === 'lose' ? onWay : answered
      const event = line[place % line.length]
      if (event && (kind === 'bring' || kind === 'lose')) line.splice(line.indexOf(event), 1)
      if (event && (kind === 'bring' || kind === 'repeat')) arrive(event)
    }
    while (madeCount < server.made.length) make()
    settle(server, () => state, arrive, answered)
    expect(state).toMatchObject({ version: server.steps.length, pending: [], isBehind: false })
    expect(state.confirmed).toEqual(server.agendas.at(-1))
    expect(shownAgenda(state, author)).toEqual(state.confirmed)
    const refusals = server.answers.filter(({ kind }) => kind === 'refused').length
    expect(state.refused).toHaveLength(refusals)
  }), { numRuns: RUNS })
})

/** The stream is opened anew from what is known here, and every post is answered. */
function settle(server: Server, state: () => FeedState, arrive: (event: FeedEvent) => void, answered: FeedEvent[]): void {
  if (state().isBehind) arrive(wholeOf(server, server.steps.length))
  for (const step of server.steps.slice(state().version)) arrive({ kind: 'step', step })
  for (const answer of answered) arrive(answer)
}

function wholeOf({ agendas }: Server, place: number): FeedEvent {
  const version = place % agendas.length
  return { kind: 'whole', version, agenda: agendas[version] ?? EMPTY_AGENDA }
}

/** Takes each change in turn, as the server does under the agenda's lock. */
function play(changes: Step[]): Server {
  const server: Server = { agendas: [EMPTY_AGENDA], steps: [], made: [], answers: [] }
  for (const [index, { change, context }] of changes.entries()) {
    const [changeId, version, at] = [`change-${index}`, server.steps.length + 1, context.at]
    const applied = applyChange(server.agendas.at(-1) ?? EMPTY_AGENDA, change, context)
    if (context.seatId === OWN) server.made.push({ kind: 'made', changeId, change, at })
    if (context.seatId === OWN) server.answers.push(applied.ok ? { kind: 'answered', changeId, version, at } : { kind: 'refused', changeId, reason: applied.reason })
    if (!applied.ok) continue
    server.agendas.push(applied.value)
    server.steps.push({ version, changeId, change, ...context })
  }
  return server
}
