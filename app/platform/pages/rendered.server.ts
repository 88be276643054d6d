import { createHash } from 'node:crypto'
import { etagOf } from './etag.server.ts'
import { keepNewest } from './keep-newest.ts'

export type RenderedPage = { body: string; etag: string }

const MOST_KEPT = 200
const kept = new Map<string, RenderedPage>()

/**
 * The page as HTML. What a public page says follows from its address and from what its loaders gave, so a page
 * that says the same again is not drawn again; there is nothing to invalidate.
 * @param given all that the drawing reads; a page that is nobody else's business must not come here.
 */
export function drawOnce(given: unknown[], draw: () => string): RenderedPage {
  const key = given.map(printOf).join(' ')
  const known = kept.get(key)
  if (known) return known
  const body = draw()
  const page = { body, etag: etagOf(body) }
  return keepNewest(kept, key, { value: page, most: MOST_KEPT })
}

const prints = new WeakMap<object, string>()

/** What a loader gave again, unchanged, is not read again. */
function printOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const known = prints.get(value)
  if (known !== undefined) return known
  const print = createHash('sha1').update(JSON.stringify(value)).digest('base64url')
  prints.set(value, print)
  return print
}
