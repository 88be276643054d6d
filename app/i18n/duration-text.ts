import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { slots as danish } from './da/slots.ts'
import { slots as english } from './en/slots.ts'
import { fill } from './fill.ts'

const UNITS = [
  { size: DAY_MS, one: 'day', many: 'days' },
  { size: HOUR_MS, one: 'hour', many: 'hours' },
  { size: MINUTE_MS, one: 'minute', many: 'minutes' },
  { size: SECOND_MS, one: 'second', many: 'seconds' },
] as const

/** `90 minutes`, `4 hours and 15 minutes`, `2 days`: a length as it is said. Below two hours it stays in minutes. */
export function durationText(durationMs: number, locale: Locale): string {
  const words = (locale === 'da' ? danish : english).duration
  const parts: string[] = []
  let rest = durationMs
  for (const unit of durationMs < 2 * HOUR_MS ? UNITS.slice(2) : UNITS) {
    const count = Math.floor(rest / unit.size)
    rest -= count * unit.size
    if (count > 0) parts.push(fill(words[count === 1 ? unit.one : unit.many], { count }))
  }
  if (parts.length === 0) return fill(words.minutes, { count: 0 })
  return parts.reduce((larger, smaller) => fill(words.and, { larger, smaller }))
}
