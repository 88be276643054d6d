import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideSlot } from '#app/domain/booking/booking.ts'
import { groupByDay } from '#app/domain/booking/ui/times/day-page.ts'
import { openSlots } from '#app/domain/calendar/slot.ts'
import { isoDate, MINUTE_MS } from '#app/kernel/time.ts'
import { anyCase } from '../calendar/slot-arbitrary.ts'
import { rulesOf } from '../calendar/slot-case.ts'

const anyRules = anyCase.map(rulesOf)

test('what is shown is bookable, with the same hosts, and what is not shown is refused', () => {
  const decided = { booked: 0, refused: 0 }
  fc.assert(fc.property(anyRules, fc.integer({ min: 1, max: 90 }), (rules, shift) => {
    const shown = new Map(openSlots(rules).map((slot) => [slot.startsAt, slot]))
    const asked = [...shown.keys()].flatMap((at) => [at, at + shift * MINUTE_MS]).filter((at) => at < rules.to).slice(0, 60)
    for (const at of [...asked, rules.from]) {
      const answer = decideSlot(rules, at)
      expect(answer.ok ? answer.value : null).toEqual(shown.get(at) ?? null)
      decided[answer.ok ? 'booked' : 'refused'] += 1
    }
  }), { numRuns: 200 })
  expect(Math.min(decided.booked, decided.refused)).toBeGreaterThan(300)
})

test('every visitor is shown the same instants, whatever the clock on the wall: only the days differ', () => {
  const zones = ['Europe/Copenhagen', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Chatham', 'Pacific/Apia']
  fc.assert(fc.property(anyRules, fc.constantFrom(...zones), (rules, zone) => {
    const starts = openSlots(rules).map(({ startsAt }) => startsAt)
    const days = groupByDay(starts, zone)
    expect(days.flatMap((day) => day.starts)).toEqual(starts)
    for (const { date, starts: ofDay } of days) expect(ofDay.map((at) => isoDate(at, zone))).toEqual(ofDay.map(() => date))
  }), { numRuns: 100 })
})
