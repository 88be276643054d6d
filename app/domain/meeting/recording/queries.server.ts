import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { db, type Queryable } from '#db/client.server.ts'
import { attendance, consent, recording, seat } from '#db/schema.server.ts'
import type { ConsentProof, Recording, RecordingFacts } from '../recording.ts'

/** The newest recording of a meeting with all that decides about it; null when nobody ever asked. */
export async function findRecordingFacts(meetingId: string, on: Queryable = db()): Promise<RecordingFacts | null> {
  const [found] = await on.select().from(recording).where(eq(recording.meetingId, meetingId))
    .orderBy(desc(recording.askedAt), desc(recording.id)).limit(1)
  if (!found) return null
  const consents = await on.select().from(consent).where(eq(consent.recordingId, found.id))
  return {
    recording: toRecording(found),
    consents: consents.map(({ seatId, isYes, withdrawnAt }) => ({ seatId, isYes, withdrawnAt: withdrawnAt?.getTime() ?? null })),
    connected: await listConnected(meetingId, on),
  }
}

/** The seats that LiveKit has in the room, as far as its reports say. */
export async function listConnected(meetingId: string, on: Queryable = db()): Promise<string[]> {
  const stays = await on.select({ seatId: attendance.seatId }).from(attendance)
    .where(and(eq(attendance.meetingId, meetingId), isNull(attendance.leftAt)))
  return stays.map(({ seatId }) => seatId)
}

/** Every answer that was asked for in a meeting, the first question first. */
export async function listConsents(meetingId: string): Promise<ConsentProof[]> {
  const rows = await db().select({ consent, name: seat.name }).from(consent).innerJoin(seat, eq(seat.id, consent.seatId))
    .where(eq(consent.meetingId, meetingId)).orderBy(asc(consent.askedAt), asc(seat.name))
  return rows.map(({ name, consent: { seatId, askedAt, answeredAt, isYes, withdrawnAt, wordingVersion } }) => ({
    seatId, name, isYes, wordingVersion,
    askedAt: askedAt.getTime(), answeredAt: answeredAt?.getTime() ?? null, withdrawnAt: withdrawnAt?.getTime() ?? null,
  }))
}

function toRecording(row: typeof recording.$inferSelect): Recording {
  const { id, askedBy, askedAt, startedAt, endedAt, endReason, endedBy } = row
  return {
    id, askedBy, endReason, endedBy,
    askedAt: askedAt.getTime(), startedAt: startedAt?.getTime() ?? null, endedAt: endedAt?.getTime() ?? null,
  }
}
