import { moveBooking } from '../commands.server.ts'
import { listStarts } from '../offer/offer.server.ts'
import { isOpenToMove, requireGuest, type ProvenBooking } from '../pages/booked.server.ts'
import type { ChangeRefusal } from '../booking.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'

/** As many as can be read at a door. */
const MOST_TIMES = 6

/**
 * The next times to which whoever booked may move this meeting while they wait for the host; epoch milliseconds.
 * Empty for a colleague, who moves nothing, and when the meeting can't be moved any more.
 * @throws {Response} 404 for a seat that is not a guest's.
 */
export async function listOtherTimes(pass: SeatPass, now: number): Promise<number[]> {
  const proven = await requireGuest(pass)
  if (!mayMove(proven, now)) return []
  const starts = await listStarts(proven.page.type, now, pass.meeting)
  return starts.filter((at) => at !== pass.meeting.startsAt).slice(0, MOST_TIMES)
}

/** Moves it there, by the rules of every move. @throws {Response} as `listOtherTimes`. */
export async function moveAtDoor(
  pass: SeatPass, { startsAt, now }: { startsAt: number; now: number },
): Promise<Result<null, ChangeRefusal | 'not-allowed'>> {
  const proven = await requireGuest(pass)
  if (!isBooker(proven)) return refuse('not-allowed')
  const moved = await moveBooking(pass.seat.id, startsAt, now)
  return moved.ok ? ok(null) : moved
}

function mayMove(proven: ProvenBooking, now: number): boolean {
  return isBooker(proven) && isOpenToMove(proven, now)
}

function isBooker({ pass: { seat }, page }: ProvenBooking): boolean {
  return seat.id === page.guest.id
}
