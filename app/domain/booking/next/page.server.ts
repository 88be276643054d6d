import { redirect } from '@remix-run/node'
import { bookFault, keyOfKind, offerFault } from '#app/domain/meeting/next-meeting.ts'
import { findNext } from '#app/domain/meeting/next/queries.server.ts'
import { getSeat, listSeats } from '#app/domain/meeting/queries.server.ts'
import type { Visitor } from '#app/domain/meeting/seat.ts'
import { paths } from '#app/paths.ts'
import type { NextFault, NextState } from '../ui/next/next-view.tsx'
import { bookNext, offerNext } from './commands.server.ts'
import type { NextRefusal } from './next.ts'
import { parseNextForm, readAfter, readKindOf } from './next-input.ts'
import { listNextTimes, meantKind } from './queries.server.ts'

/** Who asks must be one who may read what the meeting comes to. */
export async function readNextPage(visitor: Visitor, url: URL, now: number): Promise<NextState> {
  const { seat, meeting } = visitor
  const after = readAfter(url)
  const { kind, kinds } = await meantKind(visitor, readKindOf(url))
  const [next, seats, times] = await Promise.all([
    findNext(meeting.id), listSeats(meeting.id), listNextTimes(visitor, now, { after, kind }),
  ])
  const { offer = null, booked = null } = next ?? {}
  const isOver = meeting.state === 'ended'
  const proposed = (offer?.proposed ?? []).filter((at) => at > now)
  const canOffer = offerFault(seat, meeting.state) === null
  return {
    locale: seat.locale, timeZone: seat.timeZone, seatId: seat.id, role: seat.role, isOver, title: meeting.title,
    host: seats.find(({ role }) => role === 'host')?.name ?? '',
    booked,
    // Whoever may only say yes to what is proposed still sees the other times once it is gone.
    times: canOffer || isOver || proposed.length === 0 || after !== null ? times : proposed,
    hasProposed: proposed.length > 0, isOffered: offer !== null, after,
    kinds, kind: offer?.kind ?? null, asked: kind && keyOfKind(kind),
    canOffer, canBook: bookFault(seat, { state: meeting.state, isOffered: offer !== null }) === null, refused: null,
  }
}

/**
 * @returns the page with why it could not be done, and other times.
 * @throws {Response} a redirect when it is done, 400 for what no form of ours sends.
 */
export async function submitNext(
  visitor: Visitor, form: FormData, { url, now }: { url: URL; now: number },
): Promise<{ state: NextState; status: number }> {
  const asked = parseNextForm(form)
  if (asked === null) throw new Response(null, { status: 400 })
  if (asked === 'too-many' || asked === 'none-chosen') return { state: await again(visitor, asked, { url, now }), status: 422 }
  const done = await (asked.intent === 'offer' ? offerNext(visitor, { ...asked, now }) : bookNext(visitor, { ...asked, now }))
  if (done.ok) throw redirect(paths.roomNext(visitor.seat.id), 303)
  return { state: await again(visitor, done.reason, { url, now }), status: nextStatus(done.reason) }
}

export function nextStatus(reason: NextRefusal): number {
  if (reason === 'not-allowed') return 403
  return reason === 'no-such-booking' ? 404 : 409
}

async function again(visitor: Visitor, refused: NextFault, { url, now }: { url: URL; now: number }): Promise<NextState> {
  const known = await getSeat(visitor.seat.id)
  const state = await readNextPage({ ...visitor, ...known }, url, now)
  const { kind } = await meantKind(visitor, null)
  const others = state.canOffer ? state.times : await listNextTimes(visitor, now, { kind })
  return { ...state, times: others, hasProposed: false, refused }
}
