import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { consent, recording } from '#db/schema.server.ts'
import { announceDoor } from '../door/presence.server.ts'
import { listSeats, lockMeeting } from '../queries.server.ts'
import { isInRoom, standingOf, WORDING_VERSION, type RecordingEnd, type RecordingFacts, type Standing } from '../recording.ts'
import type { Meeting, Seat, SeatPass } from '../seat.ts'
import { findRecordingFacts, listConnected } from './queries.server.ts'

/**
 * not-allowed: only a host asks, and only who asked begins and ends it. not-inside: the seat is not in the room.
 * nobody-there: there is nobody to ask. already-asked, recording-ended, not-agreed: it stands otherwise than was thought.
 */
export type RecordingRefusal =
  'not-allowed' | 'not-inside' | 'nobody-there' | 'already-asked' | 'already-answered' | 'recording-ended' | 'not-agreed' | 'no-such-recording'

type Outcome = Result<null, RecordingRefusal>
type About = { recordingId: string; now: number }
/** A recording under the lock of its meeting, and how it stands. */
type Found = { me: Seat; facts: RecordingFacts; standing: Standing; now: number }

/** A host asks everybody inside whether it may be recorded; the question is the host's own yes. */
export function askToRecord(pass: SeatPass, now: number): Promise<Outcome> {
  return transaction(async (tx): Promise<Outcome> => {
    const { state: meetingState, id: meetingId } = await lockMeeting(tx, pass.meeting.id)
    const seats = await listSeats(meetingId, tx)
    const me = seats.find(({ id }) => id === pass.seat.id)
    if (me?.role !== 'host') return refuse('not-allowed')
    const before = await findRecordingFacts(meetingId, tx)
    const standing = before && standingOf(before, { meetingState, seats, now })
    if (before && standing?.stage === 'ended') await writeEnd(tx, before, { ...standing, now })
    else if (before) return refuse('already-asked')
    const connected = await listConnected(meetingId, tx)
    const inside = seats.filter((one) => isInRoom(one, connected, now))
    if (!inside.includes(me)) return refuse('not-inside')
    if (inside.length < 2) return refuse('nobody-there')
    const recordingId = newId()
    await tx.insert(recording).values({ id: recordingId, meetingId, askedBy: me.id, askedAt: new Date(now) })
    for (const one of inside) await ask(tx, { recordingId, one, isYes: one === me ? true : null, now })
    await announceDoor(tx, meetingId)
    return ok(null)
  })
}

/** One person's answer to the question, for their own seat. The first answer counts; a no ends it for everybody. */
export function answerRecording(pass: SeatPass, { isYes, ...about }: About & { isYes: boolean }): Promise<Outcome> {
  return change(pass, about, async (tx, { me, facts, standing, now }) => {
    if (me.door !== 'admitted') return refuse('not-inside')
    if (standing.stage === 'ended') return refuse('recording-ended')
    const given = facts.consents.find(({ seatId }) => seatId === me.id)?.isYes ?? null
    if (given !== null) return given === isYes ? ok(null) : refuse('already-answered')
    await ask(tx, { recordingId: facts.recording.id, one: me, isYes, now })
    if (!isYes) await writeEnd(tx, facts, { reason: 'refused', by: me.id, now })
    return ok(null)
  })
}

/** Takes a yes back, as easily as it was given (GDPR, article 7(3)): what runs stops. */
export function withdrawConsent(pass: SeatPass, about: About): Promise<Outcome> {
  return change(pass, about, async (tx, { me, facts, now }) => {
    const given = facts.consents.find(({ seatId }) => seatId === me.id)
    if (given?.withdrawnAt) return ok(null)
    if (!given?.isYes) return refuse('not-agreed')
    await tx.update(consent).set({ withdrawnAt: new Date(now) })
      .where(and(eq(consent.recordingId, facts.recording.id), eq(consent.seatId, me.id)))
    await writeEnd(tx, facts, { reason: 'withdrawn', by: me.id, now })
    return ok(null)
  })
}

/** The browser of the one who asked begins to record. */
export function startRecording(pass: SeatPass, about: About): Promise<Outcome> {
  return change(pass, about, async (tx, { me, facts, standing, now }) => {
    if (facts.recording.askedBy !== me.id) return refuse('not-allowed')
    if (standing.stage === 'ended') return refuse('recording-ended')
    if (standing.stage === 'running') return ok(null)
    if (standing.missing.length > 0) return refuse('not-agreed')
    await tx.update(recording).set({ startedAt: new Date(now) }).where(eq(recording.id, facts.recording.id))
    return ok(null)
  })
}

/** It is no longer recorded, or won't be. Whatever has ended it before stays the reason. */
export function stopRecording(pass: SeatPass, about: About): Promise<Outcome> {
  return change(pass, about, async (tx, { me, facts, standing, now }) => {
    if (facts.recording.askedBy !== me.id) return refuse('not-allowed')
    const reason: RecordingEnd = standing.stage === 'asked' ? 'dropped' : 'stopped'
    await writeEnd(tx, facts, standing.stage === 'ended' ? { ...standing, now } : { reason, by: me.id, now })
    return ok(null)
  })
}

/**
 * Another device takes the seat `one`, and whoever holds that has said yes to nothing: what runs ends as for a newcomer, and
 * what only was asked is asked of them anew. The meeting is locked by the caller.
 */
export async function askOnOtherDevice(tx: Transaction, one: Seat, { current, now }: { current: Meeting; now: number }): Promise<void> {
  const facts = await findRecordingFacts(current.id, tx)
  if (!facts?.consents.some(({ seatId, isYes }) => seatId === one.id && isYes)) return
  const standing = standingOf(facts, { meetingState: current.state, seats: await listSeats(current.id, tx), now })
  if (standing.stage === 'ended') return writeEnd(tx, facts, { ...standing, now })
  if (standing.stage === 'running') return writeEnd(tx, facts, { reason: 'newcomer', by: one.id, now })
  await tx.update(consent).set({ isYes: null, answeredAt: null, askedAt: new Date(now) })
    .where(and(eq(consent.recordingId, facts.recording.id), eq(consent.seatId, one.id)))
}

type Decide = (tx: Transaction, found: Found) => Promise<Outcome>

function change(pass: SeatPass, { recordingId, now }: About, decide: Decide): Promise<Outcome> {
  return transaction(async (tx) => {
    const { state: meetingState, id: meetingId } = await lockMeeting(tx, pass.meeting.id)
    const [seats, facts] = [await listSeats(meetingId, tx), await findRecordingFacts(meetingId, tx)]
    const me = seats.find(({ id }) => id === pass.seat.id)
    if (!me || facts?.recording.id !== recordingId) return refuse('no-such-recording')
    const standing = standingOf(facts, { meetingState, seats, now })
    // A newcomer's yes must not make a recording legal again that had to stop at the door.
    if (standing.stage === 'ended') await writeEnd(tx, facts, { ...standing, now })
    const decided = await decide(tx, { me, facts, standing, now })
    await announceDoor(tx, meetingId)
    return decided
  })
}

async function ask(
  tx: Transaction, { recordingId, one, isYes, now }: { recordingId: string; one: Seat; isYes: boolean | null; now: number },
): Promise<void> {
  const at = new Date(now)
  const answered = isYes === null ? {} : { isYes, answeredAt: at }
  const { id: seatId, meetingId, locale } = one
  await tx.insert(consent).values({ recordingId, seatId, meetingId, locale, askedAt: at, wordingVersion: WORDING_VERSION, ...answered })
    .onConflictDoUpdate({ target: [consent.recordingId, consent.seatId], set: answered.isYes === undefined ? { askedAt: at } : answered })
}

async function writeEnd(
  tx: Transaction, { recording: { id } }: RecordingFacts, { reason, by, now }: { reason: RecordingEnd; by: string | null; now: number },
): Promise<void> {
  const end = { endedAt: new Date(now), endReason: reason, endedBy: by }
  await tx.update(recording).set(end).where(and(eq(recording.id, id), isNull(recording.endedAt)))
}
