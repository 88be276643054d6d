import type { LoaderFunctionArgs } from '@remix-run/node'
import { publishCalendar, requireGuest } from '#app/domain/booking/pages/booked.server.ts'
import { requireSeat } from '#app/guards.server.ts'

/** The meeting as a file; a cancelled one has none, and neither has one that is only asked for. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const proven = await requireGuest(await requireSeat(request, params.seatId, 'booking'))
  const { state } = proven.pass.meeting
  if (state === 'pending') throw new Response(null, { status: 404 })
  if (state === 'cancelled') throw new Response(null, { status: 410 })
  return new Response(publishCalendar(proven), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'Content-Disposition': 'attachment; filename="meeting.ics"',
      'Cache-Control': 'no-store',
    },
  })
}
