import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { paths } from '#app/paths.ts'
import { signOut } from '#app/platform/session.server.ts'
import { refuseMethod } from '#app/room-requests.server.ts'

export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') throw refuseMethod('POST')
  return redirect(paths.deskSignIn(), { status: 303, headers: await signOut(request) })
}

export function loader(): Response {
  return refuseMethod('POST')
}
