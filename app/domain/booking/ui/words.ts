import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { placeName } from '#app/i18n/place-name.ts'
import { momentText } from '#app/i18n/moment-text.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { clockText, dayText, isoDate, offsetText, zoneOffsetMs } from '#app/kernel/time.ts'

export const HOME_ZONE = 'Europe/Copenhagen'

/** The visitor's zone, the host's, and the language of the words. */
export type Clocks = { locale: Locale; zone: string; hostZone: string }

/** `onsdag den 25. november kl. 10.00`, on the visitor's clock. */
export function sayMoment(at: number, { locale, zone }: Pick<Clocks, 'locale' | 'zone'>): string {
  return momentText(at, zone, locale)
}

/** `med Mette Holm, salgskonsulent`. Several who host together stand without titles. */
export function sayWithWhom({ host, hostTitle }: { host: string; hostTitle: string }, locale: Locale): string {
  const { withOne, withSeveral } = messages(locale).booking
  return fill(hostTitle ? withOne : withSeveral, { host, hostTitle })
}

/** On whose clock times stand, as a sentence. */
export function sayWhoseClock(zone: string, locale: Locale): string {
  const { same, other } = messages(locale).booking.zone
  return zone === HOME_ZONE ? same : fill(other, { city: placeName(zone, locale) })
}

export function sayZoneOption(zone: string, at: number, locale: Locale): string {
  return fill(messages(locale).booking.zone.option, { city: placeName(zone, locale), offset: offsetText(at, zone) })
}

/** Both clocks in words, or null where they show the same. */
export function sayBothClocks(at: number, { locale, zone, hostZone }: Clocks): string | null {
  if (zoneOffsetMs(at, zone) === zoneOffsetMs(at, hostZone)) return null
  const { zone: texts } = messages(locale).booking
  const isSameDay = isoDate(at, zone) === isoDate(at, hostZone)
  return fill(isSameDay ? texts.both : texts.bothOtherDay, {
    mine: clockText(at, zone, locale), theirs: clockText(at, hostZone, locale),
    day: dayText(at, hostZone, locale), city: placeName(hostZone, locale),
  })
}

/** Does the visitor's clock change between the two instants? */
export function isClockChanged(now: number, at: number, zone: string): boolean {
  return zoneOffsetMs(now, zone) !== zoneOffsetMs(at, zone)
}
