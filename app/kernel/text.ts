/**
 * What somebody typed, as it is kept: no control characters but tab and newline, no half characters,
 * no marks that turn the reading direction of what stands behind them, no outer space.
 * Both sides clean alike, and PostgreSQL's jsonb refuses U+0000 (SQLSTATE 22P05) and half characters (22P02).
 */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(UNWANTED, '').trim()
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/gu, ' ')
}

/** The address that rings a number, however it is written (RFC 3966). */
export function telHref(phone: string): string {
  return `tel:${phone.replaceAll(/[^\d+]/g, '')}`
}

/** The same text, which no line break divides. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

const UNWANTED = /(?![\t\n])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu
