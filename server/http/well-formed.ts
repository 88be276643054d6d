import type { Request } from 'express'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/i
const MAX_URL_LENGTH = 4_000

/** The status to refuse a request with that is wrong as such, or null. Whatever passes can be read by all after us. */
export function findMalformed(request: Request): 400 | 405 | 414 | null {
  if (!METHODS.includes(request.method)) return 405
  if (request.url.length > MAX_URL_LENGTH) return 414
  if (!HOST.test(request.get('x-forwarded-host') ?? request.get('host') ?? '')) return 400
  if (request.protocol !== 'http' && request.protocol !== 'https') return 400
  return request.url.startsWith('/') && plainPath(request.url) !== null ? null : 400
}

/**
 * The path that a router will see: `..` resolved, escapes decoded, slashes single, lower case.
 * Null for escapes that mean nothing (`%E0%A4`) and for NUL, which PostgreSQL takes in no text.
 */
export function plainPath(url: string): string | null {
  try {
    const { pathname, search } = new URL(`http://localhost${url}`)
    const decoded = decodeURIComponent(pathname)
    if (decoded.includes('\0') || /%00/.test(search)) return null
    return decoded.replaceAll(/\/{2,}/g, '/').toLowerCase()
  } catch {
    return null
  }
}
