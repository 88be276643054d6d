import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import type { Diagnosis } from './diagnosis.ts'

/**
 * people: the host is told who comes along, or no longer does. removal: to whoever is no longer to come.
 * All but these two go to everybody of the meeting.
 */
export const MEETING_MAIL_KINDS = ['invitation', 'update', 'cancellation', 'summary', 'people', 'removal'] as const

export type MeetingMailKind = (typeof MEETING_MAIL_KINDS)[number]

/** Everything that a mail about a booked meeting can say. Instants are epoch milliseconds. */
export type MailFacts = {
  mailId: string
  kind: MeetingMailKind
  writtenAt: number
  /** The meeting as it was when the mail was queued. */
  version: {
    sequence: number; stampedAt: number; startsAt: number; endsAt: number; previousStartsAt?: number
    who?: { name: string; isComing: boolean }
  }
  meeting: { id: string; title: string; uid: string; createdAt: number; typeSlug: string }
  recipient: Seat
  /** Everybody of the meeting, the host first. */
  seats: Seat[]
  host: { name: string; title: string; email: string; phone: string | null; timeZone: string }
  /** The one who booked. */
  guest: { seatId: string; name: string; email: string; companyName: string | null; phone: string | null; timeZone: string }
  booking: { diagnosis: Diagnosis; diagnosisText: string | null; message: string | null }
  agenda: Agenda
}

/** host, the guest who booked, or a colleague whom that guest brought along. */
export type MailPart = 'host' | 'guest' | 'colleague'

/** What the reader has to do with the meeting. */
export function partOf({ recipient, guest }: MailFacts): MailPart {
  if (recipient.role === 'host') return 'host'
  return recipient.id === guest.seatId ? 'guest' : 'colleague'
}

export function isMeetingMail(kind: string): kind is MeetingMailKind {
  return MEETING_MAIL_KINDS.some((known) => known === kind)
}
