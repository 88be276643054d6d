import { createHash } from 'node:crypto'

/** A weak one: what is compressed on its way is other bytes, and the same text (RFC 9110 §8.8.1). */
export function etagOf(body: string): string {
  return `W/"${createHash('sha1').update(body).digest('base64url')}"`
}

/** Does the asker have this version already? Tags are compared weakly (RFC 9110 §13.1.2). */
export function isKnownTo(request: Request, etag: string): boolean {
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes('*') || known.includes(etag.replace(/^W\//, ''))
}
