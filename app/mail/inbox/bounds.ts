import { headOf, headersOf } from '#app/platform/inbox/headers.ts'

const MOST_HEADER_OCTETS = 128 * 1024
const MOST_HEADERS = 500
/** Each is a look-up of a key and a reckoning. */
const MOST_SIGNATURES = 10
const MOST_PARTS = 200
const MOST_LINE_OCTETS = 256 * 1024

/**
 * Why a mail is not even read: reading it could cost more than a mail may. Counted without reading it, in one pass.
 * @returns null for a mail that stays within the bounds.
 */
export function beyondBounds(raw: Buffer): string | null {
  const head = headOf(raw)
  if (head.length > MOST_HEADER_OCTETS) return 'head-too-big'
  const headers = headersOf(raw)
  if (headers.length > MOST_HEADERS) return 'too-many-headers'
  if (headers.filter(({ name }) => name === 'dkim-signature').length > MOST_SIGNATURES) return 'too-many-signatures'
  return boundsOfBody(raw)
}

/** A line that begins with two hyphens may begin a part, and nothing else does (RFC 2046 §5.1.1). */
function boundsOfBody(raw: Buffer): string | null {
  let [parts, lineStart] = [0, 0]
  while (lineStart < raw.length) {
    const lineEnd = raw.indexOf(0x0a, lineStart)
    const end = lineEnd < 0 ? raw.length : lineEnd
    if (end - lineStart > MOST_LINE_OCTETS) return 'line-too-long'
    if (raw[lineStart] === 0x2d && raw[lineStart + 1] === 0x2d) parts += 1
    if (parts > MOST_PARTS) return 'too-many-parts'
    lineStart = end + 1
  }
  return null
}
