import type { LoaderFunctionArgs } from '@remix-run/node'
import { openLink } from '#app/guards.server.ts'

/** The personal link to the room, as it stands in the guest's mails. */
export function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  return openLink(params, 'room')
}
