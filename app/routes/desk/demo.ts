import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { removeDemoWorld } from '#app/domain/booking/retention.server.ts'
import { requireHost } from '#app/guards.server.ts'
import { paths } from '#app/paths.ts'
import { refuseMethod } from '#app/room-requests.server.ts'

export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') throw refuseMethod('POST')
  const host = await requireHost(request)
  await removeDemoWorld(host.id)
  return redirect(`${paths.desk()}?removed=1`, { status: 303 })
}

export function loader(): Response {
  return refuseMethod('POST')
}
