import { eq } from 'drizzle-orm'
import { findSeat, listSeats, lockMeeting } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { db, transaction, type Transaction } from '#db/client.server.ts'
import { unprovenReply } from '#db/schema.server.ts'
import { applyReply, whyNot, type Given } from './commands.server.ts'
import type { ReplyKind } from '../mail-facts.ts'

export type Unproven = { kind: ReplyKind; startsAt: number | null; isConfirmed: boolean; isOpen: boolean; pass: SeatPass }

/** An answer that waits for its owner's word; null when its seat is gone. */
export async function findUnproven(id: string, now: number): Promise<Unproven | null> {
  const [row] = await db().select().from(unprovenReply).where(eq(unprovenReply.id, id))
  const pass = row ? await findSeat(row.seatId) : null
  if (!row || !pass) return null
  const isOpen = await transaction((tx) => isStillAsked(tx, { row, pass }, now))
  return { kind: row.kind, startsAt: row.startsAt?.getTime() ?? null, isConfirmed: row.confirmedAt !== null, isOpen, pass }
}

/** The owner of the seat says that the answer is theirs: it counts from now on. Saying it twice is saying it once. */
export async function confirmReply(id: string, now: number): Promise<Result<null, 'gone'>> {
  const found = await findUnproven(id, now)
  if (!found) return refuse('gone')
  return transaction(async (tx): Promise<Result<null, 'gone'>> => {
    const answered = await lockMeeting(tx, found.pass.meeting.id)
    const [row] = await tx.select().from(unprovenReply).where(eq(unprovenReply.id, id)).for('update')
    if (!row) return refuse('gone')
    if (row.confirmedAt !== null) return ok(null)
    const pass = { seat: found.pass.seat, meeting: answered }
    if (!await isStillAsked(tx, { row, pass }, now)) return refuse('gone')
    await applyReply(tx, { ...pass, seats: await listSeats(answered.id, tx), given: givenBy(row, now) }, now)
    await tx.update(unprovenReply).set({ confirmedAt: new Date(now) }).where(eq(unprovenReply.id, id))
    return ok(null)
  })
}

type Row = typeof unprovenReply.$inferSelect

async function isStillAsked(tx: Transaction, { row, pass }: { row: Row; pass: SeatPass }, now: number): Promise<boolean> {
  return await whyNot(tx, { ...pass, given: givenBy(row, now) }, now) === null
}

function givenBy({ kind, sequence, startsAt }: Row, now: number): Given {
  return {
    kind, partstat: kind === 'counter' ? 'needs-action' : kind, sequence, startsAt: startsAt?.getTime() ?? null, stampedAt: now, comment: null,
  }
}
