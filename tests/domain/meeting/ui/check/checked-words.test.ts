import { expect, test } from 'vitest'
import { checkedWords, networkWords } from '#app/domain/meeting/ui/check/checked-words.ts'
import type { Readiness } from '#app/domain/meeting/meeting.ts'
import { messages } from '#app/i18n/messages.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { NOW } from '../../../../support/meetings.ts'

const { tests } = messages('da').room
const reader = { timeZone: 'Europe/Copenhagen', locale: 'da', now: NOW } as const
const ALL: Readiness = { camera: 'ready', microphone: 'ready', speaker: 'heard', network: { way: 'udp', roundTripMs: 24 } }

const said = (readiness: Readiness, at = NOW - HOUR_MS) => checkedWords({ readiness, at }, reader, tests)

test('it says when, on the reader’s own clock', () => {
  expect(said(ALL)).toBe('Tjekket i dag kl. 09.00: alt klar')
  expect(said(ALL, NOW - DAY_MS)).toBe('Tjekket i går kl. 10.00: alt klar')
  expect(said(ALL, NOW - 5 * DAY_MS)).toMatch(/^Tjekket fredag 20\. november kl\. 10\.00: alt klar$/)
})

test('it names what is wrong, what nobody tried, and a way that is not the best', () => {
  expect(said({ ...ALL, camera: 'denied', speaker: 'unheard' })).toBe('Tjekket i dag kl. 09.00: ikke klar: kamera og højttaler')
  expect(said({ camera: 'ready', microphone: 'ready', network: { way: 'udp', roundTripMs: 1 } }))
    .toBe('Tjekket i dag kl. 09.00: klar, men uden at prøve højttaler')
  expect(said({ ...ALL, network: { way: 'tcp', roundTripMs: 60 } })).toBe('Tjekket i dag kl. 09.00: alt klar. Forbindelse over en omvej')
})

test.each([
  [{ way: 'udp', roundTripMs: 24 }, 'Hurtig forbindelse (24 ms)'], [{ way: 'udp', roundTripMs: null }, 'God forbindelse'],
  [{ way: 'udp', roundTripMs: 900 }, 'Langsom forbindelse (900 ms)'], [{ way: 'turn', roundTripMs: 9 }, 'Forbindelse over en omvej'],
  [{ way: 'blocked', roundTripMs: null }, 'Netværket lukker for lyd og billede'],
] as const)('%o is told in words', (network, words) => expect(networkWords(network, tests.host)).toBe(words))
