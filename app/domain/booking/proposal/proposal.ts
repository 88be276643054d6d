import type { Language, Locale } from '#app/kernel/locale.ts'
import type { BookingRequest } from '../booking.ts'

/** open: waits for the consultant. booked: one of its times became a meeting. declined: answered with a no. */
export type ProposalState = 'open' | 'booked' | 'declined'

/** How many times one proposal may name. */
export const MOST_PROPOSED = 3

/** Instants are epoch milliseconds. */
export type Proposal = Pick<
  BookingRequest, 'name' | 'email' | 'companyName' | 'phone' | 'diagnosis' | 'diagnosisText' | 'message' | 'locale' | 'timeZone'
> & {
  id: string
  typeId: string
  /** Of the hosts of the type, the one who answered; null while nobody has. */
  hostId: string | null
  durationMinutes: number
  starts: number[]
  state: ProposalState
  answerText: string | null
  meetingId: string | null
  createdAt: number
}

/** Who is asked: one consultant, several of whom one takes the meeting, or several who all take part. */
export type ProposalParty = 'alone' | 'any' | 'all'

/** What stands against a proposed time: nothing, only the hours, something that has the time, or that it is gone. */
export type ProposedTime = { startsAt: number; state: 'free' | 'outside' | 'taken' | 'past' }

export type AcceptRefusal = 'slot-past' | 'slot-taken' | 'no-such-proposal' | 'not-proposed' | 'already-booked' | 'already-declined'

/** Everything that a mail about a proposal says. Instants are epoch milliseconds. */
export type ProposalFacts = {
  mailId: string
  kind: 'proposed' | 'declined'
  writtenAt: number
  proposal: Proposal
  /** Of the type in the length that was asked for, or in the usual one where that is gone. */
  typeSlug: string
  title: Record<Language, string>
  /** Who is told of it, or who said no. */
  host: { name: string; title: string; email: string; locale: Locale; timeZone: string }
  /** What is free instead, for a no. */
  nextStarts: number[]
}
