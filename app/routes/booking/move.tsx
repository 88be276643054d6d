import { data, redirect, type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isOpenToMove, requireBooking, type ProvenBooking } from '#app/domain/booking/pages/booked.server.ts'
import { offerNearest, readFrom, listStarts, readZone } from '#app/domain/booking/offer/offer.server.ts'
import { moveBooking } from '#app/domain/booking/commands.server.ts'
import { groupByDay, pageOfDays } from '#app/domain/booking/ui/times/day-page.ts'
import { MoveView, type MoveState } from '#app/domain/booking/ui/booked/move-view.tsx'
import { requireSeat } from '#app/guards.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { isoDate, parseInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { personalMeta } from '#app/ui/page-meta.ts'
import { SitePage } from '#app/ui/site-page.tsx'

export const handle = { enhance: ['form-care'] }

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

export const meta: MetaFunction<typeof loader> = ({ data: state }) =>
  state ? personalMeta(messages(state.locale).booking.move.pageTitle, state.locale) : []

export async function loader({ request, params }: LoaderFunctionArgs): Promise<MoveState> {
  const proven = await requireBooking(await requireSeat(request, params.seatId, 'booking'), request)
  return stateOf(proven, { url: new URL(request.url), starts: await startsFor(proven) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const proven = await requireBooking(await requireSeat(request, params.seatId, 'booking'), request)
  const startsAt = parseInstant((await request.formData()).get('start'))
  if (startsAt === null) throw new Response(null, { status: 400 })
  const moved = await moveBooking(proven.pass.seat.id, startsAt, now())
  if (moved.ok) throw redirect(paths.booking(proven.pass.seat.id), 303)
  const starts = await startsFor(proven)
  const refused = { at: startsAt, reason: moved.reason, nearest: offerNearest(starts, startsAt) }
  return data({ ...stateOf(proven, { url: new URL(request.url), starts }), refused }, 409)
}

export default function MovePage() {
  const asked = useLoaderData<typeof loader>()
  const state = useActionData<MoveState>() ?? asked
  return <SitePage locale={state.locale}><MoveView state={state} /></SitePage>
}

/** Its own time is no obstacle, and no choice either. */
async function startsFor({ pass, page }: ProvenBooking): Promise<number[]> {
  const starts = await listStarts(page.type, now(), pass.meeting)
  return starts.filter((at) => at !== pass.meeting.startsAt)
}

function stateOf({ pass, page }: ProvenBooking, { url, starts }: { url: URL; starts: number[] }): MoveState {
  const { seat, meeting } = pass
  const zone = readZone(url, seat.timeZone)
  const markedAt = parseInstant(url.searchParams.get('at'))
  return {
    locale: seat.locale, seatId: seat.id, zone, hostZone: page.host.timeZone, now: now(), host: page.host.name,
    startsAt: meeting.startsAt, isChangeable: isOpenToMove({ pass, page }, now()),
    page: pageOfDays(groupByDay(starts, zone), readFrom(url) ?? (markedAt === null ? null : isoDate(markedAt, zone))), refused: null,
    marked: markedAt === null ? null : { at: markedAt, isFree: starts.includes(markedAt), nearest: offerNearest(starts, markedAt) },
  }
}
