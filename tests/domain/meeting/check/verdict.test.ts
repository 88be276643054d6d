import { expect, test } from 'vitest'
import { networkFinding, networkGrade, verdictOf, type TriedWay } from '#app/domain/meeting/check/verdict.ts'
import type { DeviceState, Readiness } from '#app/domain/meeting/meeting.ts'

const open = (way: TriedWay['way'], roundTripMs: number): TriedWay => ({ way, isOpen: true, roundTripMs })
const shut = (way: TriedWay['way']): TriedWay => ({ way, isOpen: false, roundTripMs: null })

test.each<[string, TriedWay[], { way: string; roundTripMs: number | null }]>([
  ['direct UDP beats all, however slow', [open('turn', 10), open('tcp', 20), open('udp', 500)], { way: 'udp', roundTripMs: 500 }],
  ['TCP beats a relay', [shut('udp'), open('tcp', 90), open('turn', 30)], { way: 'tcp', roundTripMs: 90 }],
  ['a relay is better than nothing', [shut('udp'), shut('tcp'), open('turn', 30)], { way: 'turn', roundTripMs: 30 }],
  ['with every way shut nothing comes through', [shut('udp'), shut('tcp'), shut('turn')], { way: 'blocked', roundTripMs: null }],
  ['what was not tried is not open', [], { way: 'blocked', roundTripMs: null }],
])('%s', (_name, tried, finding) => expect(networkFinding(tried)).toEqual(finding))

test('a direct way is good until two people would interrupt each other; the others are a detour whatever they take', () => {
  expect(networkGrade({ way: 'udp', roundTripMs: 300 })).toBe('good')
  expect(networkGrade({ way: 'udp', roundTripMs: 301 })).toBe('slow')
  expect(networkGrade({ way: 'udp', roundTripMs: null })).toBe('good')
  expect(networkGrade({ way: 'tcp', roundTripMs: 5 })).toBe('detour')
  expect(networkGrade({ way: 'turn', roundTripMs: 5 })).toBe('detour')
  expect(networkGrade({ way: 'blocked', roundTripMs: null })).toBe('blocked')
})

const ALL: Readiness = { camera: 'ready', microphone: 'ready', speaker: 'heard', network: { way: 'udp', roundTripMs: 20 } }

test('all is well when everything was tried and nothing is wrong, on a detour too', () => {
  expect(verdictOf(ALL)).toEqual({ faults: [], untested: [] })
  expect(verdictOf({ ...ALL, network: { way: 'turn', roundTripMs: 80 } })).toEqual({ faults: [], untested: [] })
})

test.each<[DeviceState, boolean]>([['ready', false], ['off', false], ['denied', true], ['missing', true], ['busy', true]])(
  'a device that is %s counts as a fault: %s', (state, isFault) => {
    expect(verdictOf({ ...ALL, camera: state }).faults).toEqual(isFault ? ['camera'] : [])
    expect(verdictOf({ ...ALL, microphone: state }).faults).toEqual(isFault ? ['microphone'] : [])
  },
)

test('what is wrong and what is untested are named apart', () => {
  expect(verdictOf({ camera: 'denied', microphone: 'ready' })).toEqual({ faults: ['camera'], untested: ['speaker', 'network'] })
  expect(verdictOf({ ...ALL, speaker: 'unheard', network: { way: 'blocked', roundTripMs: null } }))
    .toEqual({ faults: ['speaker', 'network'], untested: [] })
})
