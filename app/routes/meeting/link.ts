import type { LoaderFunctionArgs } from '@remix-run/node'
import { openLink } from '#app/guards.server.ts'
import { paths } from '#app/paths.ts'

/** Where `?to=` leads instead of to the door: to the check of devices, the summary, the meeting after this one. */
const PAGES = new Map([['check', paths.roomCheck], ['summary', paths.roomSummary], ['next', (seatId: string) => paths.roomNext(seatId)]])

/** The personal link to the room, as it stands in the guest's mails. */
export function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const to = new URL(request.url).searchParams.get('to') ?? ''
  return openLink(params, 'room', PAGES.get(to))
}
