import { redirect } from '@remix-run/node'
import { planOf } from '#app/domain/agenda/agenda.ts'
import { listMeetingFiles } from '#app/domain/agenda/prepare/files.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { allowedReturn } from '../address/carried.ts'
import { googleCalendarUrl, outlookCalendarUrl, type CalendarEntry } from '../calendar-links.ts'
import { standingOf } from '../approval/approval.ts'
import { colleaguesIn } from '../colleagues/colleague.ts'
import { findBookingPage, type BookingPage } from '../queries.server.ts'
import type { BookedState, GuestPrepare } from '../ui/booked/booked-state.ts'
import { isWaiting } from '../watch/earlier.server.ts'
import { writeCalendar } from '#app/domain/calendar/icalendar.ts'
import { organizer } from '#app/domain/people/mail/organizer.server.ts'
import { isChangeable, isMovable } from '#app/domain/meeting/meeting.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { newId } from '#app/kernel/ids.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { publicUrl, redirectOrigins } from '#app/platform/env.server.ts'
import { linkKey } from '#app/platform/link.server.ts'

export type ProvenBooking = { pass: SeatPass; page: BookingPage }

/**
 * Any guest of a booked meeting: the one who booked it, or a colleague.
 * @throws {Response} 404 for a meeting that nobody booked or a seat that is not a guest's.
 */
export async function requireGuest(pass: SeatPass): Promise<ProvenBooking> {
  const page = pass.seat.role === 'guest' ? await findBookingPage(pass) : null
  if (!page) throw new Response(null, { status: 404 })
  return { pass, page }
}

/**
 * The one who booked, and nobody else: a colleague neither moves nor calls off.
 * @throws {Response} as `requireGuest`; for a colleague the way to their own page, or 404 for what was posted.
 */
export async function requireBooking(pass: SeatPass, { method }: Pick<Request, 'method'>): Promise<ProvenBooking> {
  const proven = await requireGuest(pass)
  if (proven.pass.seat.id === proven.page.guest.id) return proven
  if (method !== 'GET') throw new Response(null, { status: 404 })
  throw redirect(paths.bookingInvited(proven.pass.seat.id), 303)
}

export async function readBooked({ pass, page }: ProvenBooking): Promise<BookedState> {
  const { seat, meeting } = pass
  const at = now()
  const [prepare, isWaitingNow] = await Promise.all([readGuestPrepare({ pass, page }, at), isWaiting(page.bookingId)])
  return {
    ...prepare, zone: seat.timeZone, hostZone: page.host.timeZone, now: at,
    title: meeting.title, typeSlug: page.type.slug, host: page.host.name, hostTitle: page.host.title, email: seat.email,
    isMoved: meeting.movedAt !== null, ...approvalOf(page, at),
    startsAt: meeting.startsAt, endsAt: meeting.endsAt, diagnosis: page.diagnosis,
    ...waysOf({ pass, page }),
    returnTo: allowedReturn(page.returnUrl, redirectOrigins()),
    colleagues: colleaguesIn(page.seats, seat.id).map(({ id: seatId, name, email }) => ({ seatId, name, email })),
    colleagueForm: null, isWaiting: isWaitingNow, refused: null,
  }
}

/** What any guest of the meeting prepares on their own page. */
export async function readGuestPrepare({ pass, page }: ProvenBooking, at: number): Promise<GuestPrepare> {
  const { seat, meeting } = pass
  const isBooker = seat.id === page.guest.id
  return {
    locale: seat.locale, seatId: seat.id, isBooker, pageHref: isBooker ? paths.booking(seat.id) : paths.bookingInvited(seat.id),
    state: meeting.state, isChangeable: isOpenToChange({ pass, page }, at), ...await readPrepared(pass), fileFault: null,
    itemId: newId(), agendaFault: null, typedPoint: { title: '', minutes: '5' }, typedQuestion: null,
  }
}

/** A loader's data can be fetched without its page: it holds what the page draws, and nothing for whoever was sent away. */
async function readPrepared({ seat, meeting }: SeatPass): Promise<Pick<GuestPrepare, 'agenda' | 'files'>> {
  if (seat.door === 'removed') return { agenda: null, files: [] }
  const [{ agenda }, files] = await Promise.all([getAgenda(meeting.id), listMeetingFiles(meeting.id)])
  return { agenda: { items: planOf(agenda).items }, files }
}

/** May the guest still move it or call it off? What was asked for only until its deadline. */
export function isOpenToChange({ pass: { meeting }, page }: ProvenBooking, at: number): boolean {
  return isChangeable(meeting, at) && (page.state !== 'pending' || standingOf(page, at) === 'pending')
}

/** The same for another time, which somebody who missed the meeting may still choose. */
export function isOpenToMove({ pass, page }: ProvenBooking, at: number): boolean {
  return isOpenToChange({ pass, page }, at) || (page.state === 'confirmed' && isMovable(pass.meeting, at))
}

function approvalOf(page: BookingPage, at: number): Pick<BookedState, 'approval' | 'answerBy' | 'answerText'> {
  const { state, answerBy, answerText } = page
  const standing = state === 'confirmed' || state === 'cancelled' ? 'approved' : standingOf(page, at)
  return { answerBy, answerText, approval: standing === 'approved' ? null : standing }
}

/** Into the room, and into a calendar. */
export function waysOf({ pass, page }: ProvenBooking): Pick<BookedState, 'roomHref' | 'checkHref' | 'calendars'> {
  const entry = entryOf({ pass, page })
  const calendars = { google: googleCalendarUrl(entry), outlook: outlookCalendarUrl(entry), file: paths.bookingCalendar(pass.seat.id) }
  return { roomHref: roomPath(pass), checkHref: roomPath(pass, { to: 'check' }), calendars }
}

/** A copy of the meeting to keep, under the same UID as the invitation in the mail. */
export function publishCalendar({ pass, page }: ProvenBooking): string {
  const { meeting, seat } = pass
  const entry = entryOf({ pass, page })
  return writeCalendar('PUBLISH', {
    uid: meeting.icsUid, sequence: meeting.icsSequence, stampedAt: meeting.icsStampedAt, createdAt: meeting.createdAt,
    startsAt: meeting.startsAt, endsAt: meeting.endsAt, summary: entry.title, description: entry.details,
    joinUrl: entry.location, joinLabel: messages(seat.locale).booking.booked.join,
    organizer: organizer(), attendees: [],
  })
}

function entryOf({ pass, page }: ProvenBooking): CalendarEntry {
  const { meeting, seat } = pass
  const texts = messages(seat.locale).booking
  const location = publicUrl() + roomPath(pass)
  const title = fill(texts.pageTitle, { title: meeting.title, host: page.host.name })
  const details = fill(texts.booked.calendar.details, { link: location })
  return { title, startsAt: meeting.startsAt, endsAt: meeting.endsAt, location, details }
}

/** The room's own link, so that a browser which only knows the booking gets in; it leaves the address bar at once. */
function roomPath({ seat }: SeatPass, query?: { to: 'check' }): string {
  return paths.roomLink(seat.id, linkKey('room', seat.id, seat.linkGeneration), query)
}
