import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { openSlots, type Slot } from '#app/domain/calendar/slot.ts'
import type { SlotRules } from '#app/domain/calendar/slot-rules.ts'
import { isStanding } from '#app/domain/calendar/taken.ts'
import { zoneClock } from '#app/domain/calendar/zone.ts'
import type { SlotRefusal } from '../booking.ts'

/** From any instant of a civil day to either of its ends: a day in autumn has 25 hours. */
export const DAY_REACH_MS = DAY_MS + HOUR_MS

/** How long a time is the visitor's who chose it, and how much longer each time it is kept. */
export const RESERVED_MS = 10 * MINUTE_MS

/** So long before its end a reservation is offered to be kept. */
export const KEEP_OFFERED_MS = 2 * MINUTE_MS

/** How often one reservation can be kept. */
export const MOST_KEEPS = 2

/** The longest that a time can be out of others' reach without being booked. */
export const LONGEST_MS = (1 + MOST_KEEPS) * RESERVED_MS

/** Who reserves: hashes of the browser's own cookie and of its network. */
export type Visitor = { hash: string; addressHash: string }

/** Instants are epoch milliseconds. Its id becomes the meeting's when it is booked. */
export type Reservation = {
  id: string; typeId: string; startsAt: number; durationMinutes: number; expiresAt: number; keeps: number; isBooked: boolean
}

/** address-full: its network has as many as it may. day-full: reservations have half of the day already. */
export type ReserveRefusal = SlotRefusal | 'no-such-type' | 'address-full' | 'day-full'

/** Is it for this kind of meeting, in this length? */
export function isOfType({ typeId, durationMinutes }: Reservation, type: MeetingType): boolean {
  return typeId === type.id && durationMinutes === type.durationMinutes
}

/** From the very millisecond of its end on, a reservation holds no time. */
export function isLive({ expiresAt, isBooked }: Reservation, now: number): boolean {
  return !isBooked && now < expiresAt
}

/** What only reservations bar, at one instant. */
export type Reserved<Time> = {
  /** Ascending, free again if the reservations lapse. */
  bars: Time[]
  /** Those among them that somebody is booking right now; the others only lie too near to one. */
  chosen: Time[]
  /** When the first of the reservations lapses, and all of this has to be read anew; null without any. */
  until: number | null
}

/** @param slots the open slots of the same rules. */
export function reservedIn(rules: SlotRules, slots: readonly Slot[]): Reserved<Slot> {
  const live = rules.hosts.flatMap((host) => host.bookings).filter((taken) => taken.state === 'reserved' && isStanding(taken, rules))
  if (live.length === 0) return { bars: [], chosen: [], until: null }
  const open = new Set(slots.map((slot) => slot.startsAt))
  const bars = openSlots(withoutReservations(rules)).filter((slot) => !open.has(slot.startsAt))
  const chosenStarts = new Set(live.map((taken) => taken.startsAt))
  const until = Math.min(...live.map((taken) => taken.expiresAt ?? Infinity))
  return { bars, chosen: bars.filter((slot) => chosenStarts.has(slot.startsAt)), until }
}

/**
 * Would one more reservation, at `startsAt`, leave at least half of the day's free times to others?
 * The first of a day always may, or nobody could reserve on a day with little left. The day is the home zone's.
 * @param rules must have been read for the whole day around the instant, without the visitor's own reservation.
 */
export function isWithinHalfOfDay(rules: SlotRules, startsAt: number): boolean {
  const clock = zoneClock(rules.hosts[0]?.timeZone ?? 'UTC')
  const day = clock.dayAt(startsAt)
  const around = { ...rules, from: startsAt - DAY_REACH_MS, to: startsAt + DAY_REACH_MS }
  const countOpen = (asked: SlotRules) => openSlots(asked).filter((slot) => clock.dayAt(slot.startsAt) === day).length
  const free = countOpen(withoutReservations(around))
  const openBefore = countOpen(around)
  if (openBefore === free) return true
  return countOpen(withOneMore(around, startsAt)) * 2 >= free
}

function withoutReservations(rules: SlotRules): SlotRules {
  const hosts = rules.hosts.map((host) => ({ ...host, bookings: host.bookings.filter((taken) => taken.state !== 'reserved') }))
  return { ...rules, hosts }
}

function withOneMore(rules: SlotRules, startsAt: number): SlotRules {
  const { durationMs, bufferBeforeMs, bufferAfterMs, id: typeId } = rules.type
  const more = { startsAt, endsAt: startsAt + durationMs, bufferBeforeMs, bufferAfterMs, typeId }
  return { ...rules, hosts: rules.hosts.map((host) => ({ ...host, bookings: [...host.bookings, more] })) }
}
