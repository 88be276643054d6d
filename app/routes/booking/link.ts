import type { LoaderFunctionArgs } from '@remix-run/node'
import { openLink } from '#app/guards.server.ts'
import { isoInstant, parseInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'

/** Leads to the booking, or with `?at=` to the page that moves it, with that time marked. */
export function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const at = parseInstant(new URL(request.url).searchParams.get('at'))
  return openLink(params, 'booking', at === null ? undefined : (seatId) => paths.bookingMove(seatId, { at: isoInstant(at) }))
}
