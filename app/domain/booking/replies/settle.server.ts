import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.server.ts'
import { counterProposal, seat } from '#db/schema.server.ts'

/**
 * The meeting has another time now, or none: what was proposed is answered by that, and everybody's calendar is asked
 * anew (RFC 5546 §3.2.2.1). In the transaction that moves it or calls it off.
 */
export async function settleReplies(tx: Transaction, meetingId: string, settled: { startsAt: number | null; now: number }): Promise<void> {
  const { startsAt, now } = settled
  const state = startsAt === null ? sql`'stale'`
    : sql`CASE WHEN ${counterProposal.startsAt} = ${new Date(startsAt).toISOString()}::timestamptz THEN 'accepted' ELSE 'stale' END`
  await tx.update(counterProposal).set({ state, answeredAt: new Date(now) })
    .where(and(eq(counterProposal.meetingId, meetingId), eq(counterProposal.state, 'open')))
  if (startsAt === null) return
  await tx.update(seat).set({ partstat: 'needs-action', partstatAt: null, partstatComment: null }).where(eq(seat.meetingId, meetingId))
}
