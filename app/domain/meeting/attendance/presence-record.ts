import { MINUTE_MS } from '#app/kernel/time.ts'
import type { MeetingTimes, SeatRole } from '../meeting.ts'

/** Whoever comes later than this after the start is late. */
const LATE_AFTER_MS = 2 * MINUTE_MS
/** A meeting was held when host and guest were inside together for this long. */
const HELD_FOR_MS = MINUTE_MS

/** One connection to the room; `leftAt` is null while it lasts. Epoch milliseconds. */
export type Connection = { seatId: string; joinedAt: number; leftAt: number | null }

export type Attendee = { seatId: string; role: SeatRole; connectFaults: number }

/** What became of one seat. `lateMinutes` is null for whoever came in time or not at all. */
export type SeatRecord = {
  seatId: string
  /** Whole minutes inside; two windows at once count once. */
  minutes: number
  lateMinutes: number | null
  /** The meeting is over and this one was never inside. */
  isNoShow: boolean
  /** How often a connection broke off before it carried anything. */
  connectFaults: number
}

export type PresenceRecord = { isHeld: boolean; seats: SeatRecord[] }

type Span = { from: number; to: number }
type Seen = { meeting: MeetingTimes; seats: readonly Attendee[]; connections: readonly Connection[] }

/** Who was there, how long, and whether it was a meeting at all. `now` in epoch milliseconds. */
export function recordOf({ meeting, seats, connections }: Seen, now: number): PresenceRecord {
  const spansOf = (seatId: string) => joined(connections.filter((one) => one.seatId === seatId), now)
  const ofRole = (role: SeatRole) => seats.filter((seat) => seat.role === role).map(({ seatId }) => spansOf(seatId))
  const isOver = meeting.state === 'ended' || (meeting.state !== 'cancelled' && now >= meeting.endsAt)
  return {
    isHeld: ofRole('host').some((host) => ofRole('guest').some((guest) => sharedMs(host, guest) >= HELD_FOR_MS)),
    seats: seats.map(({ seatId, connectFaults }) => {
      const spans = spansOf(seatId)
      const first = spans[0]?.from ?? null
      const isLate = first !== null && first > meeting.startsAt + LATE_AFTER_MS
      return {
        seatId, connectFaults, isNoShow: isOver && first === null,
        minutes: Math.floor(lengthMs(spans) / MINUTE_MS), lateMinutes: isLate ? Math.floor((first - meeting.startsAt) / MINUTE_MS) : null,
      }
    }),
  }
}

/** Connections as stretches that don't overlap, in order. */
function joined(connections: readonly Connection[], now: number): Span[] {
  const spans: Span[] = []
  for (const { joinedAt: from, leftAt } of connections.toSorted((a, b) => a.joinedAt - b.joinedAt)) {
    const to = leftAt ?? now
    const last = spans.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else spans.push({ from, to })
  }
  return spans
}

function lengthMs(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0)
}

function sharedMs(one: readonly Span[], other: readonly Span[]): number {
  return lengthMs(one.flatMap((a) => other.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))))
}
