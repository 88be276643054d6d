import { PRESENT_WITHIN_MS } from './meeting.ts'
import type { MeetingState } from './meeting.ts'
import type { Seat } from './seat.ts'

/**
 * Raised whenever the question's words change, so that each stored consent says what was agreed to.
 * Consent must be provable (GDPR, article 7(1)).
 */
export const WORDING_VERSION = 1

/**
 * Why a recording is over, or never began. refused: somebody said no. withdrawn: somebody took the yes back. newcomer:
 * somebody is inside who has not said yes. gone: the one who recorded is. stopped: by the host. dropped: by the host,
 * before it began. over: the meeting is.
 */
export type RecordingEnd = 'refused' | 'withdrawn' | 'newcomer' | 'gone' | 'stopped' | 'dropped' | 'over'

export type Recording = {
  id: string
  /** The seat of the host who asked, and in whose browser it is made. */
  askedBy: string
  askedAt: number
  startedAt: number | null
  endedAt: number | null
  endReason: RecordingEnd | null
  endedBy: string | null
}

export type Consent = { seatId: string; isYes: boolean | null; withdrawnAt: number | null }

/** What one person answered, for the desk; times in epoch milliseconds. `askedAt` tells several questions apart. */
export type ConsentProof = {
  seatId: string
  name: string
  askedAt: number
  answeredAt: number | null
  isYes: boolean | null
  withdrawnAt: number | null
  wordingVersion: number
}

/** All that decides about the newest recording of a meeting. `connected`: the seats that LiveKit has in the room. */
export type RecordingFacts = { recording: Recording; consents: Consent[]; connected: string[] }

type Surroundings = { meetingState: MeetingState; seats: readonly Seat[]; now: number }

export type Standing =
  /** `missing`: the seats of those inside who have not said yes; with none it may begin. */
  | { stage: 'asked'; missing: string[] }
  | { stage: 'running' }
  | { stage: 'ended'; reason: RecordingEnd; by: string | null }

/** How a recording is seen from one seat. Names are for the one who asked. */
export type RecordingView = {
  id: string
  stage: Standing['stage']
  askedBy: string
  /** It is made in this seat's browser. */
  isMine: boolean
  /** open: this seat is asked and has not answered. */
  answer: 'open' | 'yes' | 'no' | 'withdrawn'
  missing: string[]
  reason: RecordingEnd | null
  endedBy: string | null
}

/** Who is in the room to be seen and heard: let in, and with the page open or connected to LiveKit. */
export function isInRoom({ id, door, lastSeenAt }: Seat, connected: readonly string[], now: number): boolean {
  if (door !== 'admitted') return false
  return connected.includes(id) || (lastSeenAt !== null && now - lastSeenAt <= PRESENT_WITHIN_MS)
}

/**
 * May it be recorded at this moment? Only while everybody inside has said yes and nobody has taken it back: one no,
 * one withdrawal or one newcomer ends it, whether or not anybody has written that down yet.
 */
export function standingOf({ recording, consents, connected }: RecordingFacts, { meetingState, seats, now }: Surroundings): Standing {
  const { askedBy, startedAt, endReason, endedBy } = recording
  if (endReason) return { stage: 'ended', reason: endReason, by: endedBy }
  const ended = (reason: RecordingEnd, by: string | null = null): Standing => ({ stage: 'ended', reason, by })
  if (meetingState === 'ended' || meetingState === 'cancelled') return ended('over')
  const withdrawal = consents.find(({ withdrawnAt }) => withdrawnAt !== null)
  if (withdrawal) return ended('withdrawn', withdrawal.seatId)
  const no = consents.find(({ isYes }) => isYes === false)
  if (no) return ended('refused', no.seatId)
  const inside = seats.filter((seat) => isInRoom(seat, connected, now)).map(({ id }) => id)
  if (!inside.includes(askedBy)) return ended('gone', askedBy)
  const missing = inside.filter((id) => !consents.some(({ seatId, isYes }) => seatId === id && isYes))
  if (startedAt === null) return { stage: 'asked', missing }
  return missing.length > 0 ? ended('newcomer', missing[0] ?? null) : { stage: 'running' }
}

/** The newest recording as `me` may see it; null for whoever is not let in. */
export function viewRecording(me: Seat, facts: RecordingFacts | null, around: Surroundings): RecordingView | null {
  if (!facts || me.door !== 'admitted') return null
  const { recording: { id, askedBy }, consents } = facts
  const standing = standingOf(facts, around)
  const isMine = askedBy === me.id
  const nameOf = (seatId: string) => around.seats.find((seat) => seat.id === seatId)?.name ?? ''
  return {
    id,
    stage: standing.stage,
    askedBy: nameOf(askedBy),
    isMine,
    answer: answerOf(consents.find(({ seatId }) => seatId === me.id)),
    missing: isMine && standing.stage === 'asked' ? standing.missing.map(nameOf) : [],
    reason: standing.stage === 'ended' ? standing.reason : null,
    endedBy: isMine && standing.stage === 'ended' && standing.by ? nameOf(standing.by) : null,
  }
}

function answerOf(consent: Consent | undefined): RecordingView['answer'] {
  if (!consent || consent.isYes === null) return 'open'
  if (consent.withdrawnAt !== null) return 'withdrawn'
  return consent.isYes ? 'yes' : 'no'
}
