import { expect, test } from 'vitest'
import type { MirrorView, SpokenReport } from '#app/domain/agenda/mirror/mirror.ts'
import { createCounter } from '#app/domain/agenda/ui/mirror/counter.ts'
import type { SpokenOutcome } from '#app/domain/agenda/ui/mirror/post-spoken.ts'

const METTE = { identities: ['mette'], itemId: null }
const VIEW: MirrorView = { shares: [], uncounted: 0 }

test('what is told is what was heard since the last time, each second once', async () => {
  const { counter, sent, pass } = begin()
  counter.look(METTE)
  pass(1_000)
  counter.look(METTE)
  await counter.tell()
  pass(2_000)
  counter.look({ identities: [], itemId: null })
  pass(2_500)
  counter.look(METTE)
  await counter.tell()
  expect(sent.map(({ number, spoken }) => [number, spoken.map(({ ms }) => ms)])).toEqual([[1, [1_000]], [2, [2_000]]])
  expect(new Set(sent.map(({ counterId }) => counterId)).size).toBe(1)
})

test('a report without an answer is sent again as it was, and what was heard meanwhile comes after it', async () => {
  const outcomes: SpokenOutcome[] = [{ kind: 'unanswered' }, { kind: 'counted', view: VIEW }, { kind: 'counted', view: VIEW }]
  const { counter, sent, pass } = begin(outcomes)
  counter.look(METTE)
  for (let turn = 0; turn < 3; turn += 1) {
    pass(1_000)
    counter.look(METTE)
    await counter.tell()
  }
  expect(sent.map(({ number, spoken }) => [number, spoken[0]?.ms])).toEqual([[1, 1_000], [1, 1_000], [2, 2_000]])
})

test('while another page counts, what this one hears is of no use', async () => {
  const { counter, sent, pass } = begin([{ kind: 'dropped' }, { kind: 'counted', view: VIEW }])
  counter.look(METTE)
  pass(1_000)
  counter.look(METTE)
  await counter.tell()
  pass(500)
  counter.look(METTE)
  await counter.tell()
  expect(sent.map(({ spoken }) => spoken[0]?.ms)).toEqual([1_000, 500])
})

test('a page that goes sends the rest once, lets go, and counts no more', async () => {
  const { counter, sent, pass } = begin()
  counter.look(METTE)
  pass(700)
  counter.end()
  counter.end()
  pass(700)
  counter.look(METTE)
  await counter.tell()
  expect(sent.map(({ isLast, spoken }) => [isLast, spoken[0]?.ms])).toEqual([[true, 700]])
})

test('one report is on its way at a time', async () => {
  let answer: (outcome: SpokenOutcome) => void = () => {}
  const sent: SpokenReport[] = []
  const counter = createCounter({
    clock: () => 0, onView: () => {},
    post(report) {
      sent.push(report)
      return new Promise((resolve) => { answer = resolve })
    },
  })
  const first = counter.tell()
  await counter.tell()
  expect(sent).toHaveLength(1)
  answer({ kind: 'counted', view: VIEW })
  await first
  void counter.tell()
  expect(sent).toHaveLength(2)
})

function begin(outcomes: SpokenOutcome[] = []) {
  const sent: SpokenReport[] = []
  let now = 50_000
  const post = (report: SpokenReport): Promise<SpokenOutcome> => {
    sent.push(report)
    return Promise.resolve(outcomes.shift() ?? { kind: 'counted', view: VIEW })
  }
  return { counter: createCounter({ post, onView: () => {}, clock: () => now }), sent, pass(ms: number) { now += ms } }
}
