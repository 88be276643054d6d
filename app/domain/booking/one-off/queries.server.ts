import { and, desc, eq } from 'drizzle-orm'
import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { db } from '#db/client.server.ts'
import { meetingType, oneOff } from '#db/schema.server.ts'
import { decideByHand } from '../write/book-by-hand.server.ts'
import type { OneOff } from './one-off.ts'

/** The link of this id, whoever asks and however it stands: guards decide what that proves. */
export async function findOneOff(id: string): Promise<OneOff | null> {
  const [row] = await db().select().from(oneOff).where(eq(oneOff.id, id))
  return row ? toOneOff(row) : null
}

/** This consultant's links with the titles of their types, the newest first. */
export async function listOneOffs(hostId: string): Promise<(OneOff & { titleDa: string; titleEn: string })[]> {
  const rows = await db().select({ oneOff, titleDa: meetingType.titleDa, titleEn: meetingType.titleEn }).from(oneOff)
    .innerJoin(meetingType, eq(meetingType.id, oneOff.typeId))
    .where(and(eq(oneOff.hostId, hostId))).orderBy(desc(oneOff.createdAt), desc(oneOff.id))
  return rows.map(({ oneOff: row, ...titles }) => ({ ...toOneOff(row), ...titles }))
}

/**
 * Those of the starts that can still be agreed on: to come, and with nothing in the way. Epoch milliseconds.
 * @param type in the length that the meeting would have.
 */
export async function listFreeStarts(
  starts: readonly number[], { type, hostId, now }: { type: MeetingType; hostId: string; now: number },
): Promise<number[]> {
  const decided = await Promise.all(starts.map((startsAt) => decideByHand(db(), { type, hostId, startsAt, now })))
  return starts.filter((_start, index) => decided[index]?.ok)
}

export function toOneOff(row: typeof oneOff.$inferSelect): OneOff {
  const { id, hostId, typeId, durationMinutes, name, email, companyName, locale, linkGeneration, meetingId } = row
  return {
    id, hostId, typeId, durationMinutes, name, email, companyName, locale, linkGeneration, meetingId,
    starts: row.starts.map((at) => at.getTime()),
    expiresAt: row.expiresAt.getTime(), revokedAt: row.revokedAt?.getTime() ?? null, usedAt: row.usedAt?.getTime() ?? null,
  }
}
