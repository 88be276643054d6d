import { redirect } from '@remix-run/node'
import { isToCome } from '#app/domain/meeting/meeting.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { isId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { checkRate } from '#app/platform/rate-limit.server.ts'
import { readBooked, readGuestPrepare, requireGuest, waysOf, type ProvenBooking } from '../pages/booked.server.ts'
import { changePoints } from '../prepare/guest-page.server.ts'
import type { BookedState, ColleagueProblem } from '../ui/booked/booked-state.ts'
import type { InvitedState } from '../ui/colleagues/invited-view.tsx'
import { readColleagueForm, type ColleagueForm } from './colleague.ts'
import { addColleague, decline, removeColleague } from './commands.server.ts'

export type OwnPage = { booked: BookedState } | { invited: InvitedState }

type Refused = { status: number; retryAfterSeconds?: number; state: BookedState }

/**
 * Adds the colleague that the form tells of, or takes one off the meeting.
 * @returns the page that says why not.
 * @throws {Response} a redirect to the booking when it is done.
 */
export async function changeColleagues(proven: ProvenBooking, form: FormData, clientAddress: string): Promise<Refused> {
  const { seat } = proven.pass
  const read = readColleagueForm(form, seat)
  if (form.get('intent') === 'remove-colleague') {
    const colleagueId = form.get('colleague')
    const removed = isId(colleagueId) ? await removeColleague(seat.id, colleagueId, now()) : null
    if (removed && !removed.ok) return again(proven, read, { status: 409, problem: { kind: 'not-changeable', minutes: 0 } })
    throw redirect(`${paths.booking(seat.id)}#colleagues`, 303)
  }
  if (!read.colleague) return again(proven, read, { status: 422, problem: null })
  const rate = await checkRate('colleague', clientAddress, env().COLLEAGUE_LIMIT_PER_HOUR)
  if (!rate.isWithin) return again(proven, read, { status: 429, problem: { kind: 'too-many', minutes: rate.retryAfterMinutes } })
  const added = await addColleague(seat.id, read.colleague, now())
  if (added.ok) throw redirect(`${paths.booking(seat.id)}#colleagues`, 303)
  if (added.reason === 'no-such-booking') throw new Response(null, { status: 404 })
  return again(proven, read, { status: 409, problem: { kind: added.reason, minutes: 0 } })
}

/**
 * A colleague's own page.
 * @throws {Response} the way to the booking for the one who made it.
 */
export async function readInvited(pass: SeatPass): Promise<InvitedState> {
  const proven = await requireGuest(pass)
  if (isBooker(proven)) throw redirect(paths.booking(proven.pass.seat.id), 303)
  return stateOf(proven, null)
}

/**
 * Does what a colleague's form asks of the agenda, as the one who booked may. @returns the page that says why not.
 * @throws {Response} a redirect to the page when it is done; 404 for the one who booked, whose page is another.
 */
export async function prepareInvited(pass: SeatPass, form: FormData): Promise<InvitedState> {
  const proven = await requireGuest(pass)
  if (isBooker(proven)) throw new Response(null, { status: 404 })
  const refused = await changePoints(pass, form)
  if (!refused) throw redirect(`${paths.bookingInvited(pass.seat.id)}#agenda`, 303)
  return { ...await stateOf(proven, null), ...refused }
}

/** Any guest's own page: that of the booking, or a colleague's. */
export async function readOwnPage(pass: SeatPass): Promise<OwnPage> {
  const proven = await requireGuest(pass)
  return isBooker(proven) ? { booked: await readBooked(proven) } : { invited: await stateOf(proven, null) }
}

/** Where that page is. */
export async function ownPageHref(pass: SeatPass): Promise<string> {
  return isBooker(await requireGuest(pass)) ? paths.booking(pass.seat.id) : paths.bookingInvited(pass.seat.id)
}

function isBooker({ pass, page }: ProvenBooking): boolean {
  return pass.seat.id === page.guest.id
}

/**
 * The colleague says no, and is led to a page that says so; it is nobody's own, because theirs is gone by then.
 * Leaving a seat that is no more is having left it, so that a double click ends well.
 * @param proving the proof that the seat is the asker's; 404 says that there is no such seat.
 * @returns the page that says why it can't be.
 */
export async function leaveMeeting(proving: Promise<SeatPass>, locale: Locale): Promise<InvitedState> {
  const proven = await proving.then(requireGuest).catch((refused: unknown) => leadAway(refused, locale))
  const { seat } = proven.pass
  const declined = await decline(seat.id, now())
  if (declined.ok) throw redirect(paths.declined(seat.locale), 303)
  if (declined.reason === 'no-such-booking') throw new Response(null, { status: 404 })
  return stateOf(proven, declined.reason)
}

function leadAway(refused: unknown, locale: Locale): never {
  if (refused instanceof Response && refused.status === 404) throw redirect(paths.declined(locale), 303)
  throw refused
}

type Answer = { status: number; problem: ColleagueProblem | null }

async function again(proven: ProvenBooking, { typed, faults }: ColleagueForm, { status, problem }: Answer): Promise<Refused> {
  const state = { ...await readBooked(proven), colleagueForm: { typed, faults, problem } }
  return problem?.kind === 'too-many' ? { status, state, retryAfterSeconds: (problem.minutes * MINUTE_MS) / SECOND_MS } : { status, state }
}

async function stateOf(proven: ProvenBooking, refusal: InvitedState['refusal']): Promise<InvitedState> {
  const { pass: { seat, meeting }, page: { host, guest } } = proven
  const at = now()
  return {
    ...await readGuestPrepare(proven, at),
    zone: seat.timeZone, hostZone: host.timeZone, now: at, refusal, mayLeave: isToCome(meeting, at),
    title: meeting.title,
    host: host.name, hostTitle: host.title, guest: guest.name,
    startsAt: meeting.startsAt, endsAt: meeting.endsAt, ...waysOf(proven),
  }
}
