import type { EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { log } from './platform/log.server.ts'
import { readContext } from './load-context.ts'
import { isKnownTo } from './platform/pages/etag.server.ts'
import { findOtherForm } from './platform/pages/other-form.server.ts'
import { drawOnce } from './platform/pages/rendered.server.ts'

export { prepareWorld, readHealth, reopenRooms, setLiveKitState, startApp } from './process.server.ts'

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  const { loaderData, actionData } = context.staticHandlerContext
  const other = findOtherForm(loaderData)
  const draw = () => other?.text ?? `<!DOCTYPE html>${renderToString(<RemixServer context={context} url={request.url} />)}`
  headers.set('Content-Type', `${other?.mediaType ?? 'text/html'}; charset=utf-8`)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', status === 200 ? 'no-cache' : 'no-store')
  if (status !== 200 || headers.get('Cache-Control') === 'no-store') return new Response(draw(), { status, headers })
  const { body, etag } = drawOnce([request.url, ...Object.values(loaderData), actionData], draw)
  headers.set('ETag', etag)
  if (isKnownTo(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { status, headers })
}

/** Called by Remix for every error that is not a thrown response. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }): void {
  if (request.signal.aborted) return
  log('error', 'request-failed', { error, path: new URL(request.url).pathname, requestId: readContext(context).requestId })
}
