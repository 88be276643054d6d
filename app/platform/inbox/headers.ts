export type HeaderLine = { name: string; value: string }

/** The fields at the head of a message, unfolded, names in lower case (RFC 5322 §2.2). */
export function headersOf(raw: Buffer): HeaderLine[] {
  return headOf(raw).replaceAll(/\r?\n(?=[ \t])/g, '').split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':')
    return colon > 0 ? [{ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }] : []
  })
}

/** All before the first empty line. */
export function headOf(raw: Buffer): string {
  const text = raw.toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  return end ? text.slice(0, end.index) : text
}

export function headerValue(headers: readonly HeaderLine[], name: string): string | null {
  return headers.find((header) => header.name === name)?.value ?? null
}
