import { expect, test } from 'vitest'
import { mendLine, type Line } from '#app/domain/meeting/ui/call/line/mend-line.ts'
import type { TokenOutcome } from '#app/domain/meeting/ui/call/requests.ts'
import { doorView } from '../door-view.ts'

const granted: TokenOutcome = { kind: 'token', answer: { token: 'jwt', url: '/livekit', expiresAt: 0, door: doorView() } }
const serverless: TokenOutcome = { kind: 'token', answer: { token: null, url: '/livekit', expiresAt: 0, door: doorView() } }

test('the first try is made without a pause and ends when it connects', async () => {
  const line = scripted([granted])
  await mendLine(line)
  expect(line.log).toEqual(['wait 0', 'fetch', 'hear token', 'connect /livekit jwt'])
})

test('each try fetches a token of its own: an old one may have run out', async () => {
  const line = scripted([granted, granted, granted], { failures: 2 })
  await mendLine(line)
  expect(line.log.filter((step) => step === 'fetch')).toHaveLength(3)
  expect(line.log.filter((step) => step.startsWith('connect'))).toHaveLength(3)
})

test('an app that can\'t be reached is asked again, without connecting anywhere', async () => {
  const line = scripted([{ kind: 'unreachable' }, { kind: 'unreachable' }, granted])
  await mendLine(line)
  expect(line.log.filter((step) => step.startsWith('connect'))).toEqual(['connect /livekit jwt'])
  expect(pausesOf(line.log)).toHaveLength(3)
})

test('pauses grow while nothing works', async () => {
  const line = scripted(Array.from({ length: 9 }, (): TokenOutcome => ({ kind: 'unreachable' })).concat(granted))
  await mendLine(line)
  const pauses = pausesOf(line.log)
  expect(pauses[1]).toBeLessThanOrEqual(375)
  expect(pauses.at(-1)).toBeGreaterThanOrEqual(3_750)
})

test('without a media server it is asked only now and then, and never connected', async () => {
  const line = scripted([serverless, serverless, granted])
  await mendLine(line)
  expect(pausesOf(line.log)).toEqual([0, 15_000, 15_000])
})

test('a refusal that ends the need ends the tries', async () => {
  const line = scripted([{ kind: 'refused', reason: 'meeting-ended' }, granted], { endsNeed: ['refused'] })
  await mendLine(line)
  expect(line.log).toEqual(['wait 0', 'fetch', 'hear refused'])
})

test('who leaves while a token is on its way is not connected', async () => {
  const line = scripted([granted], { endsNeed: ['token'] })
  await mendLine(line)
  expect(line.log).toEqual(['wait 0', 'fetch', 'hear token'])
})

test('who leaves during a pause is not asked for', async () => {
  const line = scripted([granted])
  line.wait = () => { line.giveUp(); return Promise.resolve() }
  await mendLine(line)
  expect(line.log).toEqual([])
})

test('nothing is done for who does not need it', async () => {
  const line = scripted([granted])
  line.giveUp()
  await mendLine(line)
  expect(line.log).toEqual([])
})

type Script = { failures?: number; endsNeed?: TokenOutcome['kind'][] }

/** A line whose answers are given beforehand; connecting fails as often as told. */
function scripted(outcomes: TokenOutcome[], { failures = 0, endsNeed = [] }: Script = {}): Line & { log: string[]; giveUp: () => void } {
  const log: string[] = []
  const left = [...outcomes]
  let isNeeded = true
  let failuresLeft = failures
  return {
    log,
    giveUp: () => { isNeeded = false },
    isNeeded: () => isNeeded,
    wait: (ms) => { log.push(`wait ${ms}`); return Promise.resolve() },
    fetchToken() {
      log.push('fetch')
      const outcome = left.shift()
      return outcome ? Promise.resolve(outcome) : Promise.reject(new Error('asked more often than the script knows'))
    },
    hear(outcome) {
      log.push(`hear ${outcome.kind}`)
      if (endsNeed.includes(outcome.kind)) isNeeded = false
    },
    connect(url, token) {
      log.push(`connect ${url} ${token}`)
      if (failuresLeft-- > 0) return Promise.reject(new Error('no line'))
      isNeeded = false
      return Promise.resolve()
    },
  }
}

function pausesOf(log: string[]): number[] {
  return log.filter((step) => step.startsWith('wait')).map((step) => Number(step.slice(5)))
}
