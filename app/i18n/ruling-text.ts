import type { Ruling } from '#app/domain/calendar/explain.ts'
import { isHoliday } from '#app/domain/calendar/rules/holidays.ts'
import type { Interval } from '#app/domain/calendar/slot-rules.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { clockText, DAY_MS, dayText, isoDate } from '#app/kernel/time.ts'
import { slots as danish } from './da/slots.ts'
import { durationText } from './duration-text.ts'
import { slots as english } from './en/slots.ts'
import { fill } from './fill.ts'
import { listText } from './list-text.ts'

type RulingOf<Rule extends Ruling['rule']> = Extract<Ruling, { rule: Rule }>

/** What a text is written with: its words, its clock, and the instant it is about. */
type Pen = { words: typeof danish; locale: Locale; timeZone: string; at: number }

/** A ruling in words, such as `taken by a meeting 10:00-10:45 and 15 minutes after it`, on the clock of `timeZone`. */
export function rulingText(ruling: Ruling, locale: Locale, timeZone: string): string {
  const pen: Pen = { words: locale === 'da' ? danish : english, locale, timeZone, at: ruling.at }
  const { words } = pen
  switch (ruling.rule) {
    case 'hosts': return words.hosts.refused
    case 'range': return rangeText(ruling, pen)
    case 'notice': return noticeText(ruling, pen)
    case 'horizon': return horizonText(ruling, pen)
    case 'hours': return hoursText(ruling, pen)
    case 'grid': return gridText(ruling, pen)
    case 'cap': return fill(words.cap[ruling.of][ruling.per][ruling.isMet ? 'met' : 'refused'], { count: ruling.count, max: ruling.max })
    case 'busy': return busyText(ruling, pen)
    case 'booking': return bookingText(ruling, pen)
  }
}

/** The name of a holiday as people say it; a name that is no key stands for itself. */
export function holidayText(name: string, locale: Locale): string {
  const { holidays } = locale === 'da' ? danish : english
  return isHoliday(name) ? holidays[name] : name
}

function rangeText({ isMet, from, to }: RulingOf<'range'>, pen: Pen): string {
  const { met, refused } = pen.words.range
  return isMet ? met : fill(refused, { times: timesText({ startsAt: from, endsAt: to }, pen) })
}

function noticeText({ isMet, noticeMs, isWorkingTime, earliestAt }: RulingOf<'notice'>, pen: Pen): string {
  const { past, ahead, working, elapsed } = pen.words.notice
  if (noticeMs === 0) return isMet ? ahead : past
  const notice = fill(isWorkingTime ? working : elapsed, { notice: durationText(noticeMs, pen.locale) })
  if (earliestAt === null) return fill(pen.words.notice.never, { notice })
  return fill(pen.words.notice[isMet ? 'met' : 'refused'], { notice, time: timeText(earliestAt, pen) })
}

function horizonText({ isMet, lastDay }: RulingOf<'horizon'>, pen: Pen): string {
  const { met, refused, none } = pen.words.horizon
  if (lastDay === null) return none
  return fill(isMet ? met : refused, { day: dayText(lastDay * DAY_MS, 'UTC', pen.locale) })
}

function hoursText({ isMet, hours, closesAt }: RulingOf<'hours'>, pen: Pen): string {
  const { met, refused, override, closed, closedByOverride, tooLate, timeOff, notedTimeOff, holiday } = pen.words.hours
  if (isMet) return met
  if (closesAt !== null) return fill(tooLate, { time: timeText(closesAt, pen) })
  if (hours.source === 'holiday') return fill(holiday, { name: holidayText(hours.name ?? '', pen.locale) })
  if (hours.source === 'time-off') return hours.name ? fill(notedTimeOff, { note: hours.name }) : timeOff
  const isOverride = hours.source === 'override'
  if (hours.windows.length === 0) return isOverride ? closedByOverride : closed
  const windows = listText(hours.windows.map((window) => timesText(window, pen)), pen.locale)
  return fill(isOverride ? override : refused, { windows })
}

function gridText({ isMet, stepMs, previousAt, nextAt }: RulingOf<'grid'>, pen: Pen): string {
  const { met, between, after } = pen.words.grid
  if (isMet) return fill(met, { step: durationText(stepMs, pen.locale) })
  const previous = timeText(previousAt, pen)
  return nextAt === null ? fill(after, { previous }) : fill(between, { previous, next: timeText(nextAt, pen) })
}

function busyText({ interval, ownBuffer }: RulingOf<'busy'>, pen: Pen): string {
  const { met, refused, own, titled } = pen.words.busy
  if (!interval) return met
  const text = fill(interval.source === 'own' ? own : refused, { times: timesText(interval, pen) })
  return text + (interval.title ? fill(titled, { title: interval.title }) : '') + ownBufferText(ownBuffer, pen)
}

function bookingText({ booking, ownBuffer }: RulingOf<'booking'>, pen: Pen): string {
  const { met, refused, reserved, before, after, around } = pen.words.booking
  if (!booking) return met
  const { bufferBeforeMs, bufferAfterMs, state } = booking
  const buffers = bufferBeforeMs && bufferAfterMs ? around : bufferBeforeMs ? before : bufferAfterMs ? after : ''
  const text = fill((state === 'reserved' ? reserved : refused) + buffers, {
    times: timesText(booking, pen),
    before: durationText(bufferBeforeMs, pen.locale),
    after: durationText(bufferAfterMs, pen.locale),
  })
  return text + ownBufferText(ownBuffer, pen)
}

function ownBufferText(ownBuffer: RulingOf<'busy'>['ownBuffer'], pen: Pen): string {
  if (!ownBuffer) return ''
  return fill(pen.words.ownBuffer[ownBuffer.side], { buffer: durationText(ownBuffer.bufferMs, pen.locale) })
}

/** `10:00-10:45`, with the days where they aren't the day of the instant. */
function timesText({ startsAt, endsAt }: Interval, pen: Pen): string {
  const isShort = isSameDay(startsAt, pen) && isSameDay(endsAt, pen)
  return fill(isShort ? pen.words.span : pen.words.longSpan, { start: timeText(startsAt, pen), end: timeText(endsAt, pen) })
}

function timeText(at: number, pen: Pen): string {
  return isSameDay(at, pen) ? clockText(at, pen.timeZone, pen.locale) : dayAndClock(at, pen)
}

function dayAndClock(at: number, { words, timeZone, locale }: Pen): string {
  return fill(words.dayAndClock, { day: dayText(at, timeZone, locale), clock: clockText(at, timeZone, locale) })
}

function isSameDay(at: number, { timeZone, at: instant }: Pen): boolean {
  return isoDate(at, timeZone) === isoDate(instant, timeZone)
}
