import { findCalendarVersion, findMeetingType, listOpenSlots } from '#app/domain/calendar/queries.server.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { nearestStarts } from '../booking.ts'
import type { Offer } from '../ui/times/times-view.tsx'
import { HOME_ZONE } from '../ui/words.ts'
import type { Consultant } from '#app/domain/people/consultant.ts'
import { getConsultant } from '#app/domain/people/queries.server.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, isoDate, isTimeZone, MINUTE_MS } from '#app/kernel/time.ts'

/** How many other times a refusal offers. */
const NEAREST = 4

/** A kind of meeting with its host and its free starts, ascending, as they are at this moment. */
export type Offered = { type: MeetingType; host: Consultant; starts: number[] }

type Kept = Offered & { version: number; day: string }

/** What was read for each kind of meeting; only the calendar's version says whether it still holds. */
const kept = new Map<string, Kept>()

/** @throws {Response} 404 for a kind of meeting that can't be booked. */
export async function requireOffer(slug: string | undefined, now: number): Promise<Offered> {
  const version = slug ? await findCalendarVersion(slug) : null
  if (!slug || version === null) throw new Response(null, { status: 404 })
  const known = kept.get(slug)
  const isCurrent = known?.version === version && known.day === isoDate(now, known.host.timeZone)
  const { type, host, starts } = isCurrent ? known : await readOffer(slug, { version, now })
  const earliestAt = now + type.noticeMinutes * MINUTE_MS
  return { type, host, starts: starts.filter((at) => at >= earliestAt) }
}

/** Read after its version, so that it is never older than that says. */
async function readOffer(slug: string, { version, now }: { version: number; now: number }): Promise<Kept> {
  const type = await findMeetingType(slug)
  if (!type) throw new Response(null, { status: 404 })
  const [host, starts] = await Promise.all([getConsultant(type.hostId), listStarts(type, now)])
  const read = { type, host, starts, version, day: isoDate(now, host.timeZone) }
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

/** Every start up to the horizon. */
export async function listStarts(type: MeetingType, now: number, ignoreMeetingId?: string): Promise<number[]> {
  const slots = await listOpenSlots({ type, now, from: now, to: now + (type.horizonDays + 2) * DAY_MS, ignoreMeetingId })
  return slots.map((slot) => slot.startsAt)
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
