/** A stretch of a message; `href` where it is a link. */
export type TextPart = { text: string; href: string | null }

const ADDRESS = /https:\/\/[^\s<>"']+/giu

/**
 * Splits a text into words and links. Only https counts, and no address with a name before an @, which shows one site and
 * leads to another. Punctuation at the end belongs to the sentence.
 */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(match[0])
    const href = hrefOf(address)
    if (href === null) continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index), href: null })
    parts.push({ text: address, href })
    end = match.index + address.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null })
  return parts
}

function withoutPunctuation(address: string): string {
  const bare = address.replace(/[.,;:!?…]+$/u, '')
  const isUnpaired = bare.endsWith(')') && bare.split('(').length < bare.split(')').length
  return isUnpaired ? withoutPunctuation(bare.slice(0, -1)) : bare
}

function hrefOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.hostname.includes('.') && !url.username && !url.password ? url.href : null
}
