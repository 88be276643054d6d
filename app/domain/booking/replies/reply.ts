import type { CalendarReply, Partstat, ReplyAttendee } from '#app/domain/calendar/replies/calendar-reply.ts'
import type { ChangeRefusal } from '../booking.ts'
import type { CounterTime } from '../mail-facts.ts'

/** open: waits for the consultant. accepted: the meeting has moved there. stale: another time holds by now, or none. */
export type CounterState = 'open' | 'accepted' | 'declined' | 'stale'

/** Why a proposal can't be answered so. */
export type CounterRefusal = Exclude<ChangeRefusal, 'no-such-booking'> | 'no-such-counter' | Exclude<CounterState, 'open'>

/** A proposal of another time as the desk shows it. Epoch milliseconds. */
export type OpenCounter = { id: string; meetingId: string; name: string; startsAt: number; comment: string | null; time: CounterTime }

/** Who sent a mail, and whether that is proven. The address in lower case; null for none or several. */
export type Sender = { address: string | null; isProven: boolean }

/**
 * What became of an answer. asked: it isn't proven, so the one whose seat it is was asked. old: to a time that holds no
 * more. repeated: nothing new. no-change: proposes the time that holds, or one that has passed. over: nothing to answer.
 * The rest can't be used, and is kept to be looked at.
 */
export type ReplyOutcome =
  | 'applied' | 'asked' | 'old' | 'repeated' | 'no-change' | 'over' | 'unknown-meeting' | 'no-attendee' | 'says-nothing'

/** What the desk's own mailbox has no more use for once it is handled. */
export const SPENT: readonly ReplyOutcome[] = ['applied', 'old', 'repeated', 'no-change', 'over']

type Known = { id: string; email: string }

/**
 * Whose answer it is: of those named, the sender if they have a seat, or else the first who does. Others that the
 * answer names are not taken from it, whatever it says of them.
 */
export function findAnswerer<Seat extends Known>(
  { attendees }: Pick<CalendarReply, 'attendees'>, sender: Sender, seats: readonly Seat[],
): { seat: Seat; partstat: Partstat; isProven: boolean } | null {
  const seatOf = ({ address }: ReplyAttendee) => seats.find((seat) => seat.email.toLowerCase() === address)
  const own = attendees.find(({ address }) => address === sender.address && seatOf({ address, partstat: 'needs-action' }))
  const line = own ?? attendees.find(seatOf)
  const seat = line && seatOf(line)
  return line && seat ? { seat, partstat: line.partstat, isProven: sender.isProven && line === own } : null
}

/** What one calendar has answered, and when. Epoch milliseconds. */
export type SeatReply = { partstat: Exclude<Partstat, 'needs-action'>; at: number; comment: string | null }

/** The answers of all guests in one word: a no weighs most, and only all together are a yes. */
export function summaryOf(replies: readonly (SeatReply | null)[]): SeatReply['partstat'] | null {
  const said = replies.map((reply) => reply?.partstat)
  for (const partstat of ['declined', 'tentative'] as const) if (said.includes(partstat)) return partstat
  return said.length > 0 && said.every((partstat) => partstat === 'accepted') ? 'accepted' : null
}
