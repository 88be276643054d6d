import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { clockText, DAY_MS, dayText, longDayText } from '#app/kernel/time.ts'
import { minuteText } from '../../hours-input.ts'
import type { DayWindow, Interval } from '../../slot-rules.ts'
import { dayOfDate } from '../../zone.ts'

type RuleTexts = Messages['rules']

/** A date as people say it, with its year. */
export function dateText(date: string, locale: Locale): string {
  return longDayText((dayOfDate(date) ?? 0) * DAY_MS, 'UTC', locale)
}

/** One date, or the first and the last. */
export function datesText({ firstDate, lastDate }: { firstDate: string; lastDate: string }, texts: RuleTexts, locale: Locale): string {
  if (firstDate === lastDate) return dateText(firstDate, locale)
  return fill(texts.span, { first: dateText(firstDate, locale), last: dateText(lastDate, locale) })
}

/** `9.00–12.00, 13.00–15.30`; null for a day without hours. */
export function windowsText(windows: readonly DayWindow[], locale: Locale): string | null {
  const spans = windows.map(({ startMinute, endMinute }) => `${minuteText(startMinute, locale)}–${minuteText(endMinute, locale)}`)
  return spans.length === 0 ? null : spans.join(', ')
}

/** A stretch of time on one clock, the second date only where it is another. */
export function stretchText({ startsAt, endsAt }: Interval, zone: string, { texts, locale }: { texts: RuleTexts; locale: Locale }): string {
  const moment = (at: number) => `${dayText(at, zone, locale)} ${clockText(at, zone, locale)}`
  const isOneDay = dayText(startsAt, zone, locale) === dayText(endsAt, zone, locale)
  return fill(texts.span, { first: moment(startsAt), last: isOneDay ? clockText(endsAt, zone, locale) : moment(endsAt) })
}
