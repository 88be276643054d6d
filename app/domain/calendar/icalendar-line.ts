/** A line may be 75 octets long, without its line break (RFC 5545 §3.1). */
const LINE_OCTETS = 75

/** Control characters have no place in text, but for the tab (RFC 5545 §3.1, CONTROL). */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const LINE_BREAK = /\r\n|[\r\n\u0085\u2028\u2029]/g
/** Half of a surrogate pair is no character: UTF-8 can't say it. */
const HALF_PAIR = /\p{Surrogate}/gu

export type LineParameters = Readonly<Record<string, string>>

/** One content line, folded, with its CRLF. `value` and the parameters are written as they stand. */
export function contentLine(name: string, value: string, parameters: LineParameters = {}): string {
  const before = Object.entries(parameters).map(([key, text]) => `;${key}=${text}`).join('')
  return fold(`${name}${before}:${value}`)
}

/** A value of type TEXT (RFC 5545 §3.3.11), without the white space around it, which some readers drop. */
export function textValue(text: string): string {
  return clean(text).trim()
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(LINE_BREAK, '\\n')
}

/**
 * A parameter in double quotes; RFC 6868 says what stands for a quote, a circumflex and a line break. A backslash has no
 * meaning there, but libical takes one before the closing quote for an escape and loses the attendee: it becomes a slash.
 */
export function quotedParameter(text: string): string {
  const inside = clean(text).trim().replaceAll('\\', '/').replaceAll('^', '^^').replaceAll('"', "^'").replace(LINE_BREAK, '^n')
  return `"${inside}"`
}

/** A value of type URI is not escaped (§3.3.13): what may not stand in a URI is percent-encoded. */
export function uriValue(uri: string): string {
  return clean(uri).replace(/[^\x21-\x7e]/gu, encodeURIComponent)
}

/** A calendar user is named by a mailto URI (RFC 6068 §2); the scheme in lower case, for some clients compare it. */
export function mailtoValue(address: string): string {
  return `mailto:${clean(address).replace(/[^\w@.+\-=!$'*~/]/gu, encodeURIComponent)}`
}

/** A DATE-TIME in UTC (form 2 of §3.3.5), which no client can read in the wrong zone. `at` in epoch milliseconds. */
export function utcValue(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function clean(text: string): string {
  return text.replace(HALF_PAIR, '\ufffd').replace(CONTROL, '')
}

/** Breaks between code points only; the space that opens the next line counts (§3.1). */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = utf8Size(character)
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return `${folded}\r\n`
}

function utf8Size(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
