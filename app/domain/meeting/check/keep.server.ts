import { eq } from 'drizzle-orm'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { transaction } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { announceDoor } from '../door/presence.server.ts'
import type { Checked } from '../meeting.ts'
import { lockMeeting } from '../queries.server.ts'
import type { SeatPass } from '../seat.ts'

type KeepRefusal = 'meeting-ended' | 'meeting-cancelled'

/** Keeps what somebody found on the check page, in place of what they found before; the host sees it beside Admit and at the desk. */
export function keepChecked(
  { seat: { id: seatId }, meeting: { id: meetingId } }: SeatPass, checked: Checked,
): Promise<Result<null, KeepRefusal>> {
  return transaction<Result<null, KeepRefusal>>(async (tx) => {
    const { state } = await lockMeeting(tx, meetingId)
    if (state === 'ended') return refuse('meeting-ended')
    if (state === 'cancelled') return refuse('meeting-cancelled')
    await tx.update(seat).set({ checked }).where(eq(seat.id, seatId))
    await announceDoor(tx, meetingId)
    return ok(null)
  })
}
