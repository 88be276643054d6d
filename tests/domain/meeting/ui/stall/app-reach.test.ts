import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAppReach } from '#app/domain/meeting/ui/stall/app-reach.ts'
import type { LineAnswer, LineState } from '#app/domain/meeting/line/line.ts'

const ANSWER: LineAnswer = { livekit: 'ready', numbers: [] }

let now = 0
let posted: { line: LineState; answer: (answer: LineAnswer | null) => void }[] = []
const answers: LineAnswer[] = []

beforeEach(() => { now = 0; posted = []; answers.length = 0 })
afterEach(() => void vi.restoreAllMocks())

function reachOf() {
  const post = (line: LineState) => new Promise<LineAnswer | null>((answer) => posted.push({ line, answer }))
  return createAppReach(post, { now: () => now, onAnswer: (one) => answers.push(one) })
}

async function answerAll(answer: LineAnswer | null): Promise<void> {
  for (const open of posted.splice(0)) open.answer(answer)
  await Promise.resolve()
  await Promise.resolve()
}

test('nothing is known before it was asked, and an answer is good for a moment', async () => {
  const reach = reachOf()
  expect(reach.read(0)).toBe('unknown')
  expect(reach.told()).toBeNull()
  reach.tell('good', 0)
  expect(reach.read(500)).toBe('unknown')
  now = 120
  await answerAll(ANSWER)
  expect([reach.read(200), reach.told(), answers]).toEqual(['reached', 'good', [ANSWER]])
  expect(reach.read(1_700)).toBe('unknown')
})

test('an app that does not answer in time is silent, until it answers', async () => {
  const reach = reachOf()
  reach.tell('good', 0)
  expect(reach.read(699)).toBe('unknown')
  expect(reach.read(700)).toBe('silent')
  now = 2_500
  await answerAll(null)
  reach.tell('no-media', 2_500)
  expect(reach.read(2_500)).toBe('silent')
  now = 2_600
  await answerAll(ANSWER)
  expect(reach.read(2_600)).toBe('reached')
})

test('what was told into a dead line counts as untold, and is told again after a second', async () => {
  const reach = reachOf()
  reach.tell('no-media', 0)
  await answerAll(ANSWER)
  reach.tell('good', 3_000)
  await answerAll(null)
  expect(reach.told()).toBeNull()
  reach.tell('good', 3_900)
  expect(posted).toEqual([])
  reach.tell('good', 4_000)
  await answerAll(ANSWER)
  expect(reach.told()).toBe('good')
})

test('the same is told once a second, something new at once, and never two at a time', async () => {
  const reach = reachOf()
  reach.tell('good', 0)
  reach.tell('no-upload', 100)
  expect(posted.map(({ line }) => line)).toEqual(['good'])
  await answerAll(ANSWER)
  reach.tell('good', 500)
  expect(posted).toEqual([])
  reach.tell('no-upload', 500)
  expect(posted.map(({ line }) => line)).toEqual(['no-upload'])
  await answerAll(ANSWER)
  reach.tell('no-upload', 1_400)
  expect(posted).toEqual([])
  reach.tell('no-upload', 1_500)
  expect(posted).toHaveLength(1)
})
