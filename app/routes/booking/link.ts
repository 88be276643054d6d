import type { LoaderFunctionArgs } from '@remix-run/node'
import { openLink } from '#app/guards.server.ts'
import { isoInstant, parseInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'

/** Leads to the booking; with `?at=` to the page that moves it, with that time marked; with `?to=` to one of its pages. */
export function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const at = parseInstant(searchParams.get('at'))
  const to = searchParams.get('to')
  if (at !== null) return openLink(params, 'booking', (seatId) => paths.bookingMove(seatId, { at: isoInstant(at) }))
  if (to === 'coming') return openLink(params, 'booking', paths.bookingComing)
  return openLink(params, 'booking', to === 'move' ? (seatId) => paths.bookingMove(seatId) : undefined)
}
