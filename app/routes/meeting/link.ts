import type { LoaderFunctionArgs } from '@remix-run/node'
import { openLink } from '#app/guards.server.ts'
import { paths } from '#app/paths.ts'

/** The personal link to the room, as it stands in the guest's mails; `?to=check` leads to the check of devices, `?to=summary` to the summary. */
export function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const to = new URL(request.url).searchParams.get('to')
  return openLink(params, 'room', to === 'check' ? paths.roomCheck : to === 'summary' ? paths.roomSummary : undefined)
}
