import type { IncomingHttpHeaders } from 'node:http'

const HARMLESS = ['GET', 'HEAD']

type Asked = { method: string; path: string; headers: IncomingHttpHeaders; ownOrigins: string[] }

/**
 * Does a request that may change something come from one of our own pages?
 * Every browser since 2023 says so in Sec-Fetch-Site (Fetch Metadata §2.4); for older ones Origin has to be ours.
 * Without either it is refused. Signed hooks prove themselves.
 */
export function isFromOurPages({ method, path, headers, ownOrigins }: Asked): boolean {
  if (HARMLESS.includes(method) || path.startsWith('/hooks/')) return true
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin !== undefined && ownOrigins.includes(headers.origin)
}
