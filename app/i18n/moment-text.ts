import type { Locale } from '#app/kernel/locale.ts'
import { clockText, dayText } from '#app/kernel/time.ts'
import { moment as danish } from './da/clock/moment.ts'
import { moment as english } from './en/clock/moment.ts'
import { fill } from './fill.ts'

/** `onsdag den 25. november kl. 10.00`: day and time of the clock in that zone, as they are said. */
export function momentText(at: number, zone: string, locale: Locale): string {
  return fill(locale === 'da' ? danish : english, { day: dayText(at, zone, locale), clock: clockText(at, zone, locale) })
}
