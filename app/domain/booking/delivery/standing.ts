import {
  EXPECTED_STATES, mayBeMailed, type DoorState, type MeetingState, type MeetingTimes, type SeatMailKind,
} from '#app/domain/meeting/meeting.ts'

/** overtaken: it did not arrive either, but a newer mail to the same seat says as much. */
export type MailStanding = 'sent' | 'waiting' | 'undelivered' | 'overtaken'

export type MailTries = {
  kind: SeatMailKind
  seatId: string
  sentAt: number | null
  /** Given up. */
  failedAt: number | null
  /** Taken by our mail server, and sent back by one further on. */
  bouncedAt: number | null
}

/** Each of these says all that is true of the meeting, so the newest is enough. */
const NEWS: readonly SeatMailKind[] = ['invitation', 'update', 'cancellation', 'people', 'asked', 'refused', 'lapsed', 'withdrawn']

/** In which state of the meeting a mail says what is still so. */
const HOLDS_IN: Partial<Record<SeatMailKind, readonly MeetingState[]>> = {
  invitation: EXPECTED_STATES, update: EXPECTED_STATES, people: EXPECTED_STATES, asked: ['pending'], summary: ['ended'],
  cancellation: ['cancelled'], refused: ['cancelled'], lapsed: ['cancelled'], withdrawn: ['cancelled'],
}

/** How each mail stands. @param mails in the order in which they were caused. */
export function standingsOf(mails: readonly MailTries[]): MailStanding[] {
  return mails.map((mail, position) => {
    if (!isUndelivered(mail)) return mail.sentAt === null ? 'waiting' : 'sent'
    return mails.slice(position + 1).some((later) => saysAsMuch(later, mail)) ? 'overtaken' : 'undelivered'
  })
}

/** Is it worth sending again? A summary always is; the others until the meeting is over, while they say what is so. */
export function maySendAgain(
  { kind, standing, door }: { kind: SeatMailKind; standing: MailStanding; door: DoorState }, meeting: MeetingTimes, now: number,
): boolean {
  if (standing !== 'undelivered' || !HOLDS_IN[kind]?.includes(meeting.state) || !mayBeMailed(kind, { door })) return false
  return kind === 'summary' || now < meeting.endsAt
}

function isUndelivered({ failedAt, bouncedAt }: MailTries): boolean {
  return failedAt !== null || bouncedAt !== null
}

function saysAsMuch(later: MailTries, earlier: MailTries): boolean {
  // Two next steps are two things to say.
  if (later.seatId !== earlier.seatId || earlier.kind === 'step-due') return false
  return later.kind === earlier.kind || (NEWS.includes(later.kind) && NEWS.includes(earlier.kind))
}
