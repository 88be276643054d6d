import { eq } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { transaction } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { announceDoor } from '../door/presence.server.ts'
import { listSeats, lockMeeting } from '../queries.server.ts'
import { waitForLate } from '../reminders/plan.server.ts'
import type { SeatPass } from '../seat.ts'
import { isAnswerable } from './turn-up.ts'

/**
 * Keeps what a guest says about coming; the last word counts. The host sees it at the desk and, at once, at the door.
 * @param said 0 minutes means on time. `now` in epoch milliseconds.
 */
export function answerTurnUp(
  { seat: { id: seatId }, meeting: { id: meetingId } }: SeatPass, said: { lateMinutes: number; now: number },
): Promise<Result<null, 'no-such-seat' | 'not-answerable'>> {
  const { lateMinutes, now } = said
  return transaction<Result<null, 'no-such-seat' | 'not-answerable'>>(async (tx) => {
    const current = await lockMeeting(tx, meetingId)
    const guests = (await listSeats(meetingId, tx)).filter(({ role }) => role === 'guest')
    if (!guests.some(({ id }) => id === seatId)) return refuse('no-such-seat')
    if (!isAnswerable(current, now)) return refuse('not-answerable')
    await tx.update(seat).set({ lateMinutes, answeredAt: new Date(now) }).where(eq(seat.id, seatId))
    const others = guests.filter(({ id }) => id !== seatId).map(({ turnUp }) => turnUp?.lateMinutes ?? 0)
    await waitForLate(tx, meetingId, Math.max(lateMinutes, ...others))
    await announceDoor(tx, meetingId)
    return ok(null)
  })
}
