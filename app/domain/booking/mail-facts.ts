import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { AgendaNews } from '#app/domain/agenda/change.ts'
import type { ChatFile, ChatMessage } from '#app/domain/meeting/message.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { SEAT_MAIL_KINDS, type CodeSource, type MeetingTimes, type SeatMailKind } from '#app/domain/meeting/meeting.ts'
import type { SlotRefusal } from './booking.ts'
import type { Diagnosis } from './diagnosis.ts'

/** What an answer from a calendar says: whether somebody comes, or that another time is proposed. */
export type ReplyKind = 'accepted' | 'declined' | 'tentative' | 'counter'

/** What a mail tells of an answer. `id` is that of the answer that is not proven, or of the proposal. Epoch milliseconds. */
export type ReplyNews = { kind: ReplyKind; who: string; id: string | null; startsAt: number | null; comment: string | null }

/** Does the time that is proposed suit by the rules of every booking, and if not, why? */
export type CounterTime = 'free' | SlotRefusal

/** Everything that a mail about a booked meeting can say. Instants are epoch milliseconds. */
export type MailFacts = {
  mailId: string
  kind: SeatMailKind
  channel: 'mail' | 'sms'
  writtenAt: number
  /** What the meeting is now. */
  current: MeetingTimes
  /** The meeting as it was when the mail was queued. */
  version: {
    sequence: number; stampedAt: number; startsAt: number; endsAt: number; previousStartsAt?: number
    who?: { name: string; isComing: boolean; hasNewAddress?: boolean }
    reply?: ReplyNews
    /** What the code in it is made from. */
    code?: CodeSource
    /** What is new about the agenda. */
    changed?: AgendaNews[]
    /** The next step that is brought up, and the day on which it is with the recipient. */
    stepId?: string
    stepDay?: string
  }
  meeting: { id: string; title: string; uid: string; createdAt: number; typeSlug: string }
  recipient: Seat
  /** Everybody of the meeting: who leads it, the other hosts, the guests. */
  seats: Seat[]
  /** Whoever leads it; the names of all who host it. */
  host: { name: string; title: string; email: string; phone: string | null; timeZone: string }
  /** The one who booked. */
  guest: { seatId: string; name: string; email: string; companyName: string | null; phone: string | null; timeZone: string }
  booking: { diagnosis: Diagnosis; diagnosisText: string | null; message: string | null }
  agenda: Agenda
  /** For a summary: what was written in the chat, as far as the recipient may read it. */
  said?: ChatMessage[]
  /** For a summary: what was prepared, as far as the recipient may read it. */
  files?: (ChatFile & { id: string; addedBy: { name: string } | null })[]
  /** For a summary: when both meet next, where that is agreed on. */
  next?: { startsAt: number; endsAt: number } | null
  /** For a next step that is due: those that somebody has done. */
  doneSteps?: string[]
  /** Of a booking that the consultant answers: until when, and what was written with a no; and what is free instead. */
  approval: { answerBy: number | null; text: string | null; nextStarts: number[] }
  /** What stands against the time that a calendar proposes, as it is now. */
  counterTime?: CounterTime
}

/** host, the guest who booked, or a colleague whom that guest brought along. */
export type MailPart = 'host' | 'guest' | 'colleague'

/** What the reader has to do with the meeting. */
export function partOf({ recipient, guest }: MailFacts): MailPart {
  if (recipient.role === 'host') return 'host'
  return recipient.id === guest.seatId ? 'guest' : 'colleague'
}

export function isMeetingMail(kind: string): kind is SeatMailKind {
  return SEAT_MAIL_KINDS.some((known) => known === kind)
}
