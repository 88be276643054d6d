import { isId } from '#app/kernel/ids.ts'
import type { Language } from '#app/kernel/locale.ts'
import type { MeetingState, SeatRole, DoorState } from './meeting.ts'

/** As many times as are easily talked about. */
export const MOST_PROPOSED = 3

/** One of the host's kinds of meeting in one of its lengths. */
export type ChosenKind = { typeId: string; minutes: number }

/** The same as it is shown; `key` is its name in what is sent. */
export type NextKind = { key: string; title: Record<Language, string>; minutes: number }

/** The meeting after this one, as both sides see it. Epoch milliseconds. */
export type NextMeeting = {
  /**
   * The host lets the guest book: one of these times or, where there are none, any free one. Null while nothing was offered.
   * A kind that is null is that of this meeting.
   */
  offer: { proposed: number[]; kind: NextKind | null } | null
  /** Pending: the consultant has still to say yes. */
  booked: { startsAt: number; endsAt: number; isPending: boolean } | null
}

export type NextFault = 'not-allowed' | 'not-open' | 'not-offered'

export function keyOfKind({ typeId, minutes }: ChosenKind): string {
  return `${typeId}.${minutes}`
}

/** Null for what is no name of a kind. */
export function readKind(key: string): ChosenKind | null {
  const [, typeId = '', minutes] = /^([0-9a-f-]{36})\.(\d{1,4})$/.exec(key) ?? []
  return isId(typeId) ? { typeId, minutes: Number(minutes) } : null
}

/** Two offers with one name are the same to whoever reads them. */
export function nameOfOffer(offer: NextMeeting['offer']): string {
  return offer ? [offer.kind?.key, ...offer.proposed].join(' ') : 'none'
}

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
