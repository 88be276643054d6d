import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { explainInstant, type Ruling } from '#app/domain/calendar/explain.ts'
import type { Slot } from '#app/domain/calendar/slot.ts'
import type { SlotRules } from '#app/domain/calendar/slot-rules.ts'
import { MINUTE_MS, parseInstant } from '#app/kernel/time.ts'
import { SERVER_ZONES, useServerZone } from '../../support/server-zone.ts'
import { anyCase } from './slot-arbitrary.ts'
import { caseOf, daily, rulesOf, windowOf, type SlotCase } from './slot-case.ts'

describe.each(SERVER_ZONES)('with the server in %s', (zone) => {
  useServerZone(zone)
  let openSlots: (rules: SlotRules) => Slot[]
  let explainInstant: (rules: SlotRules, at: number) => Ruling[]
  beforeAll(async () => {
    openSlots = (await import('#app/domain/calendar/slot.ts')).openSlots
    explainInstant = (await import('#app/domain/calendar/explain.ts')).explainInstant
  })

  test('an instant is a slot exactly when no rule refuses it, and its hosts are those who meet every rule', { timeout: 300_000 }, () => {
    const agreed = { slots: 0, others: 0 }
    fc.assert(fc.property(anyCase.map(rulesOf), fc.integer({ min: -90, max: 90 }), (rules, shift) => {
      const slots = new Map(openSlots(rules).map((slot) => [slot.startsAt, slot.hostIds]))
      const probes = new Set([...slots.keys()].flatMap((at) => [at, at + shift * MINUTE_MS, at + 1]))
      for (let at = rules.from - 60 * MINUTE_MS; at < rules.to + 60 * MINUTE_MS; at += 35 * MINUTE_MS) probes.add(at)
      for (const at of [...probes].slice(0, 100)) {
        const rulings = explainInstant(rules, at)
        const isSlot = rulings.every(({ refuses }) => !refuses)
        expect(isSlot).toBe(slots.has(at))
        if (isSlot) expect(hostsWhoMeetAll(rules.hosts.map(({ id }) => id), rulings)).toEqual(slots.get(at))
        agreed[isSlot ? 'slots' : 'others'] += 1
      }
    }), { numRuns: 100 })
    expect(Math.min(agreed.slots, agreed.others)).toBeGreaterThan(100)
  })
})

function hostsWhoMeetAll(hostIds: string[], rulings: ReturnType<typeof explainInstant>): string[] {
  return hostIds.filter((id) => rulings.every((ruling) => ruling.hostId !== id || ruling.isMet))
}

function refusing(slotCase: SlotCase, at: string): string[] {
  const instant = parseInstant(at) ?? Number.NaN
  return explainInstant(rulesOf(slotCase), instant).filter(({ refuses }) => refuses).map(({ rule, hostId }) => `${rule} ${hostId}`)
}

test('each rule refuses by its own name, and only it', () => {
  const at = '2027-05-03T08:00:00Z'
  const meeting = { start: '2027-05-03T07:30:00Z', end: '2027-05-03T08:30:00Z' }
  const earlier = { start: '2027-05-03T04:00:00Z', end: '2027-05-03T04:30:00Z', typeId: 'intro' }
  expect(refusing(caseOf({}), at)).toEqual([])
  expect(refusing(caseOf({ hosts: [] }), at)).toEqual(['hosts null'])
  expect(refusing(caseOf({ from: '2027-05-03T08:00:00.001Z' }), at)).toEqual(['range null'])
  expect(refusing(caseOf({ to: at }), at)).toEqual(['range null'])
  expect(refusing(caseOf({ now: '2027-05-03T08:00:00.001Z' }), at)).toEqual(['notice null'])
  expect(refusing(caseOf({ type: { horizonDays: 121 } }), at)).toEqual(['horizon anna'])
  expect(refusing(caseOf({ host: { busy: [meeting] } }), at)).toEqual(['busy anna'])
  expect(refusing(caseOf({ host: { bookings: [meeting] } }), at)).toEqual(['booking anna'])
  expect(refusing(caseOf({ type: { id: 'intro', maxPerDay: 1 }, host: { bookings: [earlier] } }), at)).toEqual(['cap anna'])
  expect(refusing(caseOf({ type: { id: 'intro', maxPerWeek: 1 }, host: { bookings: [earlier] } }), at)).toEqual(['cap anna'])
  expect(refusing(caseOf({}), '2027-05-03T08:05:00Z')).toEqual(['grid anna'])
  expect(refusing(caseOf({}), '2027-05-03T06:00:00Z')).toEqual(['hours anna'])
  expect(refusing(caseOf({ type: { durationMinutes: 121 } }), '2027-05-03T09:01:00Z')).toEqual(['hours anna'])
})

test('every interval in the way is named', () => {
  const busy = ['07:30-08:10', '08:20-08:30', '09:00-10:00'].map(windowOf)
    .map(({ start, end }) => ({ start: `2027-05-03T${start}:00Z`, end: `2027-05-03T${end}:00Z` }))
  expect(refusing(caseOf({ host: { busy } }), '2027-05-03T08:00:00Z')).toEqual(['busy anna', 'busy anna'])
})

test('a host who is out does not refuse what another host can take, unless all are needed', () => {
  const weekly = daily('09:00-12:00')
  const hosts = [
    { id: 'anna', timeZone: 'UTC', weekly },
    { id: 'bo', timeZone: 'UTC', weekly: daily('13:00-14:00') },
  ]
  const at = Date.UTC(2027, 4, 3, 10)
  const rulings = explainInstant(rulesOf(caseOf({ hosts })), at)
  expect(rulings.filter(({ isMet }) => !isMet).map(({ rule, hostId, refuses }) => ({ rule, hostId, refuses })))
    .toEqual([{ rule: 'hours', hostId: 'bo', refuses: false }])
  expect(refusing(caseOf({ hosts, assign: 'all' }), '2027-05-03T10:00:00Z')).toEqual(['hours bo'])
  expect(refusing(caseOf({ hosts }), '2027-05-03T17:00:00Z')).toEqual(['hours anna', 'hours bo'])
})

test('the facts are those the rule was decided by', () => {
  const bookings = [{ start: '2027-05-03T08:00:00Z', end: '2027-05-03T08:45:00Z', bufferAfterMinutes: 15 }]
  const rules = rulesOf(caseOf({ host: { bookings }, type: { durationMinutes: 30, bufferBeforeMinutes: 10 } }))
  const ruling = explainInstant(rules, Date.UTC(2027, 4, 3, 9)).find(({ rule }) => rule === 'booking')
  expect(ruling).toMatchObject({
    isMet: false,
    booking: { startsAt: Date.UTC(2027, 4, 3, 8), endsAt: Date.UTC(2027, 4, 3, 8, 45), bufferAfterMs: 15 * MINUTE_MS },
    ownBuffer: { side: 'before', bufferMs: 10 * MINUTE_MS },
  })
})
