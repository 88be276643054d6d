import { DAY_MS } from '#app/kernel/time.ts'
import { mayReadRecord } from '../../meeting/chat/chat.ts'
import type { MeetingState } from '../../meeting/meeting.ts'
import type { Seat } from '../../meeting/seat.ts'
import type { EntryKind } from '../agenda.ts'
import type { AgendaChange, ChangeRefusal } from '../change.ts'

/** How long after the end what was written can be put right. */
const CORRECT_WITHIN_MS = DAY_MS

/** What stood before is kept whole each time: this bounds it. */
export const MOST_CORRECTIONS = 300

export type LineText = { text: string; owner: string; due: string }

/** One line or text put right (`before` is what it said), or added (null). Epoch milliseconds. */
export type Correction = { entryId: string; name: string; before: LineText | null; at: number }

export type LineAddition = { intent: 'add'; entryId: string; entryKind: EntryKind } & LineText

export type LineCorrection = ({ intent: 'correct'; entryId: string } & LineText) | LineAddition

/** A text that was written together, by its name, as it is to be instead of how it was at that version of the agenda. */
export type NoteCorrection = { intent: 'correct-note'; entryId: string; text: string; version: number }

export type CorrectionRequest = LineCorrection | NoteCorrection

/** The step that puts something right, and what stood there before; null where nothing did. */
export type Corrected = { change: AgendaChange; said: LineText | null }

export type CorrectionRefusal =
  | Extract<ChangeRefusal, 'not-allowed' | 'no-such-entry' | 'already-there' | 'empty-text' | 'too-long' | 'too-many' | 'bad-date'>
  | 'not-over' | 'too-late'
  /** Somebody else has put the same lines right meanwhile. */
  | 'changed-since'

type Ended = { state: MeetingState; endedAt: number | null }

/** Until when lines of a meeting can be put right, epoch milliseconds; null before its end, and when it was never held. */
export function correctableUntil({ state, endedAt }: Ended): number | null {
  return state === 'ended' && endedAt !== null ? endedAt + CORRECT_WITHIN_MS : null
}

/** Why this seat may not put anything right now; null when it may. */
export function correctionFault(
  seat: Pick<Seat, 'role' | 'door' | 'admittedAt'>, meeting: Ended, now: number,
): Extract<CorrectionRefusal, 'not-allowed' | 'not-over' | 'too-late'> | null {
  if (!mayReadRecord(seat)) return 'not-allowed'
  const until = correctableUntil(meeting)
  if (until === null) return 'not-over'
  return now <= until ? null : 'too-late'
}
