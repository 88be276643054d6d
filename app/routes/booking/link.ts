import type { LoaderFunctionArgs } from '@remix-run/node'
import { openLink } from '#app/guards.server.ts'

export function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  return openLink(params, 'booking')
}
