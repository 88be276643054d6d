import type { Locale } from '#app/kernel/locale.ts'
import { zoneCity } from '#app/kernel/time.ts'
import { messages } from './messages.ts'

/** What people call the place that a zone is named after: browsers know only the English names, so those that differ are texts. */
export function placeName(zone: string, locale: Locale): string {
  const known = Object.entries(messages(locale).common.places).find(([name]) => name === zone)
  return known?.[1] ?? zoneCity(zone)
}
