import { createHash } from 'node:crypto'

/**
 * An id for what a form makes when the one that its page gave out belongs to something else by now: a page that is shown again
 * gives out the same one. It follows from what was asked for, so the same form pressed twice comes to the same id.
 */
export function ownIdOf(asked: object): string {
  const hash = createHash('sha256').update(JSON.stringify(asked)).digest('hex')
  // A UUID of version 8 (RFC 9562), whose bits are the maker's own.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
