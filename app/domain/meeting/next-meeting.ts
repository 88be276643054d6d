import type { MeetingState, SeatRole, DoorState } from './meeting.ts'

/** As many times as are easily talked about. */
export const MOST_PROPOSED = 3

/** The meeting after this one, as both sides see it. Epoch milliseconds. */
export type NextMeeting = {
  /** The host lets the guest book: one of these times or, where there are none, any free one. Null while nothing was offered. */
  offer: { proposed: number[] } | null
  /** Pending: the consultant has still to say yes. */
  booked: { startsAt: number; endsAt: number; isPending: boolean } | null
}

export type NextFault = 'not-allowed' | 'not-open' | 'not-offered'

type Asker = { role: SeatRole; door: DoorState }

/** Why this seat may not offer times: only the host does, while both are in the room. */
export function offerFault({ role }: Asker, state: MeetingState): NextFault | null {
  if (role !== 'host') return 'not-allowed'
  return state === 'open' || state === 'live' ? null : 'not-open'
}

/** Why this seat may not book: in the room a guest says yes to what the host offers, and after the end either side books. */
export function bookFault({ role, door }: Asker, { state, isOffered }: { state: MeetingState; isOffered: boolean }): NextFault | null {
  if (door === 'removed') return 'not-allowed'
  if (state === 'ended') return null
  if (state !== 'open' && state !== 'live') return 'not-open'
  if (role === 'host' || door !== 'admitted') return 'not-allowed'
  return isOffered ? null : 'not-offered'
}
