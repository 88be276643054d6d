import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Slot } from '#app/domain/calendar/slot.ts'
import type { HostRules, Interval, SlotRules } from '#app/domain/calendar/slot-rules.ts'
import { DAY_MS, isoDate, isoInstant } from '#app/kernel/time.ts'
import { SERVER_ZONES, useServerZone } from '../../support/server-zone.ts'
import { anyCase } from './slot-arbitrary.ts'
import { rulesOf } from './slot-case.ts'
import { oracleSlots } from './slot-oracle.ts'

const RUNS = { numRuns: 150 }
const anyRules = anyCase.map(rulesOf)

let openSlots: (rules: SlotRules) => Slot[]

describe.each(SERVER_ZONES)('with the server in %s', (zone) => {
  useServerZone(zone)
  beforeAll(async () => {
    openSlots = (await import('#app/domain/calendar/slot.ts')).openSlots
  })

  test('the slots are those that a minute-by-minute search finds', { timeout: 300_000 }, () => {
    let found = 0
    fc.assert(fc.property(anyCase, (slotCase) => {
      const slots = openSlots(rulesOf(slotCase))
      found += slots.length
      expect(slots.map((slot) => ({ start: isoInstant(slot.startsAt), hosts: slot.hostIds }))).toEqual(oracleSlots(slotCase))
    }), RUNS)
    expect(found).toBeGreaterThan(100)
  })

  test('a slot lies in open hours, and meets nothing that its hosts have', () => {
    fc.assert(fc.property(anyRules, (rules) => {
      const { bufferBeforeMs, bufferAfterMs } = rules.type
      for (const { startsAt, endsAt, hostIds } of openSlots(rules)) {
        for (const { busy } of rules.hosts.filter(({ id }) => hostIds.includes(id))) {
          const met = busy.filter((one) => one.startsAt < one.endsAt)
            .filter((one) => one.startsAt < endsAt + bufferAfterMs && startsAt - bufferBeforeMs < one.endsAt)
          expect(met).toEqual([])
        }
      }
      const closed = withHosts(rules, (host) => ({ ...host, weekly: [], overrides: [] }))
      expect(openSlots(closed)).toEqual([])
    }), RUNS)
  })

  test('slots ascend, none comes twice, and each names its hosts once', () => {
    fc.assert(fc.property(anyRules, (rules) => {
      const slots = openSlots(rules)
      expect(startsOf(slots)).toEqual([...new Set(startsOf(slots))].sort((one, other) => one - other))
      for (const { startsAt, endsAt, hostIds } of slots) {
        expect(endsAt - startsAt).toBe(rules.type.durationMs)
        expect(hostIds).toEqual(rules.hosts.map(({ id }) => id).filter((id) => hostIds.includes(id)))
      }
    }), RUNS)
  })

  test('the order of hours, busy time and bookings does not matter', () => {
    fc.assert(fc.property(anyRules, (rules) => {
      const turned = withHosts(rules, (host) =>
        ({ ...host, weekly: host.weekly.toReversed(), busy: host.busy.toReversed(), bookings: host.bookings.toReversed() }))
      expect(openSlots(turned)).toEqual(openSlots(rules))
    }), RUNS)
  })

  test('more busy time never adds a slot or a host', () => {
    fc.assert(fc.property(anyRules, fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 300 }), (rules, from, length) => {
      const startsAt = rules.from + from * 600_000
      const busier = withHosts(rules, (host) => ({ ...host, busy: [...host.busy, { startsAt, endsAt: startsAt + length * 60_000 }] }))
      const before = new Map(openSlots(rules).map((slot) => [slot.startsAt, slot.hostIds]))
      for (const slot of openSlots(busier)) expect(before.get(slot.startsAt)).toEqual(expect.arrayContaining(slot.hostIds))
    }), RUNS)
  })

  test('a range in two parts gives the slots of the whole', () => {
    fc.assert(fc.property(anyRules, fc.integer({ min: 0, max: 100 }), (rules, percent) => {
      const middle = rules.from + Math.round((rules.to - rules.from) * percent / 100)
      expect([...openSlots({ ...rules, to: middle }), ...openSlots({ ...rules, from: middle })]).toEqual(openSlots(rules))
    }), RUNS)
  })

  test('whoever books slot after slot never makes two meetings of a host overlap, buffers included, and keeps the caps', () => {
    fc.assert(fc.property(anyRules, fc.infiniteStream(fc.nat()), (rules, choices) => {
      const empty = withHosts(rules, (host) => ({ ...host, bookings: [] }))
      const { booked, full } = bookAll(empty, choices)
      expect(openSlots(full)).toEqual([])
      for (const meetings of booked.values()) expect(overlaps(meetings)).toEqual([])
      for (const host of full.hosts) expect(mostOnADay(host)).toBeLessThanOrEqual(rules.type.maxPerDay ?? Infinity)
    }), { numRuns: 50 })
  })
})

/** Books some free slot with its first host (or with all), again and again until nothing is open. */
function bookAll(rules: SlotRules, choices: Iterator<number>): { booked: Map<string, Interval[]>; full: SlotRules } {
  const booked = new Map<string, Interval[]>()
  const { bufferBeforeMs, bufferAfterMs } = rules.type
  let full = { ...rules, to: Math.min(rules.to, rules.from + DAY_MS) }
  for (let slots = openSlots(full); slots.length > 0; slots = openSlots(full)) {
    const slot = slots[choices.next().value % slots.length]!
    const hostIds = rules.assign === 'all' ? slot.hostIds : slot.hostIds.slice(0, 1)
    const booking = { startsAt: slot.startsAt, endsAt: slot.endsAt, typeId: rules.type.id, bufferBeforeMs, bufferAfterMs }
    for (const id of hostIds) {
      booked.set(id, [...booked.get(id) ?? [], { startsAt: slot.startsAt - bufferBeforeMs, endsAt: slot.endsAt + bufferAfterMs }])
    }
    full = withHosts(full, (host) => (hostIds.includes(host.id) ? { ...host, bookings: [...host.bookings, booking] } : host))
  }
  return { booked, full }
}

function overlaps(intervals: Interval[]): Interval[] {
  const sorted = intervals.toSorted((one, other) => one.startsAt - other.startsAt)
  return sorted.filter((interval, index) => interval.startsAt < (sorted[index - 1]?.endsAt ?? -Infinity))
}

function mostOnADay(host: HostRules): number {
  const dates = host.bookings.map((booking) => isoDate(booking.startsAt, host.timeZone))
  return Math.max(0, ...dates.map((date) => dates.filter((other) => other === date).length))
}

function withHosts(rules: SlotRules, change: (host: HostRules) => HostRules): SlotRules {
  return { ...rules, hosts: rules.hosts.map(change) }
}

function startsOf(slots: Slot[]): number[] {
  return slots.map((slot) => slot.startsAt)
}
