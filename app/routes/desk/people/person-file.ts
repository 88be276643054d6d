import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportPerson } from '#app/domain/booking/access/access-export.server.ts'
import { isMailAddress } from '#app/domain/booking/input.ts'
import { requireHost } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'

/** Everything that is kept about one person, as a file for whoever answers for it. */
export async function loader({ request }: LoaderFunctionArgs): Promise<Response> {
  const { id: askerId } = await requireHost(request)
  const email = new URL(request.url).searchParams.get('email')?.trim() ?? ''
  if (!isMailAddress(email)) throw new Response(null, { status: 400 })
  const body = await exportPerson(email, { askerId, now: now() })
  if (body === null) throw new Response(null, { status: 404 })
  return new Response(body, { headers: {
    'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment; filename="person.json"',
    'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff',
  } })
}
