import { findCalendarVersion, findMeetingType, listOpenSlots, readSlotRules } from '#app/domain/calendar/queries.server.ts'
import { closingMinutes, durationsOf, questionOfMove, writeTypeSlug, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { openSlots, slotsAfterNotice, type Slot } from '#app/domain/calendar/slot.ts'
import type { SlotRules } from '#app/domain/calendar/slot-rules.ts'
import { decideSlot, nearestStarts, type SlotRefusal } from '../booking.ts'
import { reservedIn, type Reserved } from '../reservation/reservation.ts'
import { shareNext } from './share-next.ts'
import type { Offer } from '../ui/times/times-state.ts'
import { HOME_ZONE } from '../ui/words.ts'
import type { Meeting } from '#app/domain/meeting/seat.ts'
import type { Consultant } from '#app/domain/people/consultant.ts'
import { listConsultants } from '#app/domain/people/queries.server.ts'
import { presentHosts } from '#app/domain/people/present-hosts.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { languageOf, type Locale } from '#app/kernel/locale.ts'
import { DAY_MS, isoDate, isTimeZone } from '#app/kernel/time.ts'

/** How many other times a refusal offers. */
const NEAREST = 4

/** Free starts, ascending, and what only reservations bar. The same object as long as nothing of it changes. */
export type Times = { starts: number[]; reserved: Reserved<number> }

/** Who is met at meetings of this type, the one whose clock is shown first: its owner, or all who are needed. */
export type Hosts = readonly [Consultant, ...Consultant[]]

/** A kind of meeting with its hosts and its times as they are at this moment. */
export type Offered = { type: MeetingType; host: Consultant; hosts: Hosts; times: Times }

/** Every slot up to the horizon, with the rules it was found by. */
type Found = { rules: SlotRules; slots: Slot[]; reserved: Reserved<Slot> }

type Kept = Found & { type: MeetingType; hosts: Hosts; version: string; days: string; shown: Shown }

/** Times as they are in the stretch from `from` to `until`, both included; epoch milliseconds. */
type Shown = { times: Times; from: number; until: number }

/**
 * What was read for each kind of meeting. It holds until the calendar's version rises or the first reservation
 * lapses, which needs nobody to say so.
 */
const kept = new Map<string, Kept>()

const readVersion = shareNext(findCalendarVersion)

/** @throws {Response} 404 for a kind of meeting that can't be booked. */
export async function requireOffer(slug: string | undefined, now: number): Promise<Offered> {
  const offer = slug ? await findKept(slug, now) : null
  if (!offer) throw new Response(null, { status: 404 })
  if (now < offer.shown.from || now > offer.shown.until) offer.shown = showTimes(offer, now)
  return { type: offer.type, host: offer.hosts[0], hosts: offer.hosts, times: offer.shown.times }
}

/**
 * Why nobody can have this start as the calendar is at this moment, told from what is in memory; null when it may be
 * had, or more has to be read to say.
 */
export async function findRefusal(slug: string, startsAt: number, now: number): Promise<SlotRefusal | null> {
  const offer = await findKept(slug, now)
  if (!offer || startsAt < offer.rules.from || startsAt >= offer.rules.to) return null
  const decided = decideSlot({ ...offer.rules, now }, startsAt)
  return decided.ok ? null : decided.reason
}

async function findKept(slug: string, now: number): Promise<Kept | null> {
  const version = await readVersion(slug)
  if (version === null) return null
  const known = kept.get(slug)
  const isCurrent = known?.version === version && known.days === datesOf(known.rules, now) && now < (known.reserved.until ?? Infinity)
  return isCurrent ? known : readOnce(slug, { version, now })
}

const reading = new Map<string, Promise<Kept>>()

/** Many who come right after a change wait for one reading of it. */
function readOnce(slug: string, asked: { version: string; now: number }): Promise<Kept> {
  const key = `${slug} ${asked.version}`
  const underWay = reading.get(key) ?? readOffer(slug, asked).finally(() => reading.delete(key))
  reading.set(key, underWay)
  return underWay
}

/** Read after its version, so that it is never older than that says. */
async function readOffer(slug: string, { version, now }: { version: string; now: number }): Promise<Kept> {
  const type = await findMeetingType(slug)
  if (!type) throw new Response(null, { status: 404 })
  const [hosts, found] = await Promise.all([listShownHosts(type), findSlots(type, now)])
  const read = { ...found, type, hosts, version, days: datesOf(found.rules, now), shown: showTimes(found, now) }
  kept.set(slug, read)
  return read
}

/** Whoever takes turns with others is named once it is known whose turn it is. */
export async function listShownHosts(type: MeetingType): Promise<Hosts> {
  const needed = type.assign === 'all' ? type.hosts.map(({ hostId }) => hostId) : []
  const [first, ...others] = await listConsultants(needed.length > 0 ? needed : [type.hostId])
  invariant(first, 'a type has a host')
  return [first, ...others]
}

/** Today's date with each host: the horizon moves on with it. */
function datesOf({ hosts }: SlotRules, now: number): string {
  return hosts.map(({ timeZone }) => isoDate(now, timeZone)).join(' ')
}

function upToHorizon(type: MeetingType, now: number): { from: number; to: number } {
  return { from: now, to: now + (type.horizonDays + 2) * DAY_MS }
}

/** @param slug as it was asked for, so that all that leads on from there stays with the length that was chosen. */
export function toOffer(type: MeetingType, hosts: Hosts, { locale, slug = type.slug }: { locale: Locale; slug?: string }): Offer {
  const { durationMinutes, needsApproval } = type
  const { name: host, title: hostTitle } = presentHosts(hosts, locale)
  const lengths = durationsOf(type).sort((one, other) => one - other)
    .map((minutes) => ({ minutes, slug: writeTypeSlug(type, minutes) }))
  return {
    slug, durationMinutes, lengths: lengths.length > 1 ? lengths : [], needsApproval, noticeMinutes: closingMinutes(type),
    title: type.title[languageOf(locale)], summary: type.summary[languageOf(locale)], host, hostTitle,
  }
}

/** Everything up to the horizon, as it is for the holder of this reservation: their own time bars nothing. */
export async function readTimes(type: MeetingType, now: number, reservationId: string): Promise<Times> {
  return timesNow(await findSlots(type, now, reservationId), now)
}

async function findSlots(type: MeetingType, now: number, ignoreMeetingId?: string): Promise<Found> {
  const rules = await readSlotRules({ type, now, ...upToHorizon(type, now), ignoreMeetingId })
  const slots = openSlots(rules)
  return { rules, slots, reserved: reservedIn(rules, slots) }
}

/** Elapsed notice bars the first time as soon as it is nearer than that; working hours are counted anew each time. */
function showTimes(found: Found, now: number): Shown {
  const times = timesNow(found, now)
  const { noticeMs, noticeCounts } = found.rules.type
  const first = Math.min(times.starts[0] ?? Infinity, times.reserved.bars[0] ?? Infinity)
  return { times, from: now, until: noticeCounts === 'working' ? now : first - noticeMs }
}

/** What was found a while ago, without what the notice bars by now. */
function timesNow({ rules, slots, reserved }: Found, now: number): Times {
  const startsOf = (some: Slot[]) => slotsAfterNotice(some, { ...rules, now }).map(({ startsAt }) => startsAt)
  return { starts: startsOf(slots), reserved: { bars: startsOf(reserved.bars), chosen: startsOf(reserved.chosen), until: reserved.until } }
}

/** Every start up to the horizon to which a meeting can move: with its own host, unless the type needs all of them. */
export async function listStarts(type: MeetingType, now: number, moved: Meeting): Promise<number[]> {
  const slots = await listOpenSlots({ ...questionOfMove(type, moved), now, ...upToHorizon(type, now) })
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
