import { eq } from 'drizzle-orm'
import { invariant } from '#app/kernel/invariant.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { db } from '#db/client.server.ts'
import { mirrorChoice } from '#db/schema.server.ts'
import { findSeat } from '../../meeting/queries.server.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import type { MirrorChoice } from './mirror.ts'

/** Whether this guest is in the count; null for a host, who has no choice to make. */
export async function findMirrorChoice({ seat }: SeatPass): Promise<MirrorChoice | null> {
  if (seat.role === 'host') return null
  const [row] = await db().select().from(mirrorChoice).where(eq(mirrorChoice.seatId, seat.id))
  return { isTold: row !== undefined, isOn: row?.isOn ?? true }
}

/** Keeps that a guest has read of the count, at the first time that they did. */
export async function tellOfMirror(pass: SeatPass, now: number): Promise<Result<MirrorChoice, 'not-allowed'>> {
  if (!(await mayChoose(pass))) return refuse('not-allowed')
  const at = new Date(now)
  await db().insert(mirrorChoice).values({ seatId: pass.seat.id, toldAt: at, changedAt: at }).onConflictDoNothing()
  const choice = await findMirrorChoice(pass)
  invariant(choice, 'a guest has a choice')
  return ok(choice)
}

/** Takes a guest out of the count, or back into it, from this moment on. */
export async function chooseMirror(pass: SeatPass, isOn: boolean, now: number): Promise<Result<MirrorChoice, 'not-allowed'>> {
  if (!(await mayChoose(pass))) return refuse('not-allowed')
  const at = new Date(now)
  await db().insert(mirrorChoice).values({ seatId: pass.seat.id, toldAt: at, isOn, changedAt: at })
    .onConflictDoUpdate({ target: mirrorChoice.seatId, set: { isOn, changedAt: at } })
  return ok({ isTold: true, isOn })
}

async function mayChoose({ seat }: SeatPass): Promise<boolean> {
  const current = await findSeat(seat.id)
  return current?.seat.role === 'guest' && current.seat.door !== 'removed'
}
