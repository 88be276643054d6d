import { redirect } from '@remix-run/node'
import { isMovable } from '#app/domain/meeting/meeting.ts'
import { getSeat } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { answerTurnUp } from '#app/domain/meeting/turn-up/answer.server.ts'
import { isAnswerable, readLateMinutes } from '#app/domain/meeting/turn-up/turn-up.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { requireGuest, waysOf, type ProvenBooking } from '../pages/booked.server.ts'
import type { ComingState } from '../ui/booked/coming-view.tsx'

/** @throws {Response} 404 for a seat that is not a guest's. */
export async function readComing(pass: SeatPass): Promise<ComingState> {
  return stateOf(await requireGuest(pass))
}

/**
 * Keeps what the guest says, or leads to where the meeting is moved or left.
 * @returns the page when there is nothing to answer any more.
 * @throws {Response} a redirect when it is done, 400 for what no form of ours sends, and as `readComing`.
 */
export async function submitComing(pass: SeatPass, form: FormData): Promise<ComingState> {
  const proven = await requireGuest(pass)
  const { seat } = pass
  const intent = form.get('intent')
  if (intent === 'move') throw redirect(wayOut(proven), 303)
  const lateMinutes = readLateMinutes(intent === 'coming' ? '0' : form.get('late'))
  if (lateMinutes === null) throw new Response(null, { status: 400 })
  const answered = await answerTurnUp(pass, { lateMinutes, now: now() })
  if (answered.ok) throw redirect(paths.bookingComing(seat.id), 303)
  if (answered.reason === 'no-such-seat') throw new Response(null, { status: 404 })
  return stateOf(await requireGuest(await getSeat(seat.id)))
}

/** The one who booked moves the meeting, a colleague leaves it. */
function wayOut({ pass: { seat }, page }: ProvenBooking): string {
  return isBooker({ seat, page }) ? paths.bookingMove(seat.id) : `${paths.bookingInvited(seat.id)}#leave`
}

function isBooker({ seat, page }: { seat: { id: string }; page: ProvenBooking['page'] }): boolean {
  return seat.id === page.guest.id
}

function stateOf(proven: ProvenBooking): ComingState {
  const { pass: { seat, meeting }, page } = proven
  const at = now()
  const { roomHref, checkHref } = waysOf(proven)
  const mayLeave = isBooker({ seat, page }) ? isMovable(meeting, at) : meeting.state === 'scheduled'
  return {
    locale: seat.locale, zone: seat.timeZone, hostZone: page.host.timeZone, now: at, seatId: seat.id,
    title: meeting.title, host: page.host.name, hostTitle: page.host.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt,
    turnUp: seat.turnUp, isAnswerable: isAnswerable(meeting, at), roomHref, checkHref,
    wayOut: mayLeave ? (isBooker({ seat, page }) ? 'move' : 'leave') : null,
  }
}
