import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { isSetUpKey } from '#app/domain/people/set-up.server.ts'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.server.ts'
import { setUpCookie } from '#app/set-up-cookie.server.ts'

/** Exchanges the key for a cookie without using it up; a wrong one leads to the page that says so. */
export async function loader({ params }: LoaderFunctionArgs): Promise<Response> {
  const key = params.key ?? ''
  const isRight = await isSetUpKey(key, now())
  const headers = { 'Set-Cookie': setUpCookie(isRight ? key : null), 'Cache-Control': 'no-store' }
  return redirect(paths.setUp(), { status: 303, headers })
}
