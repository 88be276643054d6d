import { addDays, addMinutes, differenceInCalendarDays, isBefore } from 'date-fns'
import type { HostRules, SlotRules } from '#app/domain/calendar/slot-rules.ts'

/**
 * The same rules for one host, written the way they usually are: a date object for every step, a zone conversion
 * for every slot, and every busy interval asked every time. It knows neither overrides, journeys nor caps.
 */
export function naiveSlots(rules: SlotRules, host: HostRules): Date[] {
  const { now, from, to, type } = rules
  const slots: Date[] = []
  const today = zoned(new Date(now), host.timeZone)
  const lastDay = addDays(zoned(new Date(to), host.timeZone), 1)
  for (let day = addDays(zoned(new Date(from), host.timeZone), -1); isBefore(day, lastDay); day = addDays(day, 1)) {
    for (const window of host.weekly.filter(({ weekday }) => weekday === (day.getUTCDay() || 7))) {
      const midnight = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate()))
      const opensAt = fromZoned(addMinutes(midnight, window.startMinute), host.timeZone)
      const closesAt = fromZoned(addMinutes(midnight, window.endMinute), host.timeZone)
      for (let start = opensAt; isBefore(start, closesAt); start = addMinutes(start, type.stepMs / 60_000)) {
        const end = addMinutes(start, type.durationMs / 60_000)
        const isInRange = !isBefore(start, new Date(from)) && isBefore(start, new Date(to)) && !isBefore(closesAt, end)
        const isNotTooSoon = !isBefore(start, addMinutes(new Date(now), type.noticeMs / 60_000))
        const isNotTooFar = differenceInCalendarDays(zoned(start, host.timeZone), today) <= (type.horizonDays ?? Infinity)
        if (isInRange && isNotTooSoon && isNotTooFar && isFree(start, end, rules, host)) slots.push(start)
      }
    }
  }
  return slots
}

function isFree(start: Date, end: Date, { type }: SlotRules, host: HostRules): boolean {
  const from = addMinutes(start, -type.bufferBeforeMs / 60_000)
  const until = addMinutes(end, type.bufferAfterMs / 60_000)
  return !host.busy.some((busy) => isBefore(from, new Date(busy.endsAt)) && isBefore(new Date(busy.startsAt), until))
}

/** The wall clock of a zone, as a date whose UTC fields show it. */
function zoned(at: Date, timeZone: string): Date {
  return new Date(`${at.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`)
}

function fromZoned(wall: Date, timeZone: string): Date {
  const guess = new Date(wall.getTime() - (zoned(wall, timeZone).getTime() - wall.getTime()))
  return new Date(guess.getTime() - (zoned(guess, timeZone).getTime() - wall.getTime()))
}
