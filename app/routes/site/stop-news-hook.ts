import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { isNewsKey, stopNews } from '#app/domain/booking/watch/stop-news.server.ts'
import { paths } from '#app/paths.ts'

/** What a reader of mail posts to at one press, without a cookie and from nowhere (RFC 8058 §3.2). */
export async function action({ request, params: { id = '', key = '' } }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { Allow: 'POST' } })
  if (!isNewsKey(id, key)) return new Response(null, { status: 404 })
  await stopNews(id)
  return new Response(null, { status: 204 })
}

/** Whoever opens it in a browser is asked first. */
export function loader({ params: { id = '', key = '' } }: LoaderFunctionArgs): Response {
  return isNewsKey(id, key) ? redirect(paths.stopNews('da', id, key), 303) : new Response(null, { status: 404 })
}
