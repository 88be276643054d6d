import { findCalendarVersion, findMeetingType, readSlotRules } from '#app/domain/calendar/queries.server.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { openSlots } from '#app/domain/calendar/slot.ts'
import { nearestStarts } from '../booking.ts'
import { reservedIn, type Reserved } from '../reservation/reservation.ts'
import type { Offer } from '../ui/times/times-state.ts'
import { HOME_ZONE } from '../ui/words.ts'
import type { Consultant } from '#app/domain/people/consultant.ts'
import { getConsultant } from '#app/domain/people/queries.server.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, isoDate, isTimeZone, MINUTE_MS } from '#app/kernel/time.ts'

/** How many other times a refusal offers. */
const NEAREST = 4

/** Free starts, ascending, and what only reservations bar. */
type Times = { starts: number[]; reserved: Reserved }

/** A kind of meeting with its host and its times as they are at this moment. */
export type Offered = Times & { type: MeetingType; host: Consultant }

type Kept = Offered & { version: number; day: string }

/**
 * What was read for each kind of meeting. It holds until the calendar's version rises or the first reservation
 * lapses, which needs nobody to say so.
 */
const kept = new Map<string, Kept>()

/** @throws {Response} 404 for a kind of meeting that can't be booked. */
export async function requireOffer(slug: string | undefined, now: number): Promise<Offered> {
  const version = slug ? await findCalendarVersion(slug) : null
  if (!slug || version === null) throw new Response(null, { status: 404 })
  const known = kept.get(slug)
  const isCurrent = known?.version === version && known.day === isoDate(now, known.host.timeZone)
    && now < (known.reserved.until ?? Infinity)
  const { type, host, starts, reserved } = isCurrent ? known : await readOffer(slug, { version, now })
  const earliestAt = now + type.noticeMinutes * MINUTE_MS
  const isInTime = (at: number) => at >= earliestAt
  const { bars, chosen, until } = reserved
  return { type, host, starts: starts.filter(isInTime), reserved: { bars: bars.filter(isInTime), chosen: chosen.filter(isInTime), until } }
}

/** Read after its version, so that it is never older than that says. */
async function readOffer(slug: string, { version, now }: { version: number; now: number }): Promise<Kept> {
  const type = await findMeetingType(slug)
  if (!type) throw new Response(null, { status: 404 })
  const [host, times] = await Promise.all([getConsultant(type.hostId), readTimes(type, now)])
  const read = { ...times, type, host, version, day: isoDate(now, host.timeZone) }
  kept.set(slug, read)
  return read
}

export function toOffer(type: MeetingType, host: Consultant, locale: Locale): Offer {
  const { slug, durationMinutes, noticeMinutes } = type
  return {
    slug, durationMinutes, noticeMinutes, title: type.title[locale], summary: type.summary[locale],
    host: host.name, hostTitle: host.title,
  }
}

/** Everything up to the horizon, as it is for the holder of this meeting or reservation: their own time bars nothing. */
export async function readTimes(type: MeetingType, now: number, ignoreMeetingId?: string): Promise<Times> {
  const to = now + (type.horizonDays + 2) * DAY_MS
  const rules = await readSlotRules({ type, now, from: now, to, ignoreMeetingId })
  const starts = openSlots(rules).map((slot) => slot.startsAt)
  return { starts, reserved: reservedIn(rules, starts) }
}

/** The free times that lie nearest to one that can't be had. */
export function offerNearest(starts: readonly number[], wantedAt: number): number[] {
  return nearestStarts(starts, wantedAt, NEAREST)
}

/** The zone that the address names, when there is such a zone. */
export function readZone(url: URL, fallback = HOME_ZONE): string {
  const zone = url.searchParams.get('zone')
  return isTimeZone(zone) ? zone : fallback
}

/** The date that the address asks to begin with. */
export function readFrom(url: URL): string | null {
  const from = url.searchParams.get('from') ?? ''
  return /^\d{4}-\d{2}-\d{2}$/.test(from) ? from : null
}
