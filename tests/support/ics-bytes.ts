/**
 * Reads an iCalendar object byte for byte, knowing nothing of the writer: no foreign validator
 * reports a line of 76 octets or a character that was cut in two.
 */
const CR = 0x0d
const LF = 0x0a

export type IcsProperty = { name: string; parameters: Record<string, string>; value: string }

/** What is wrong with the bytes, in words; empty when nothing is (RFC 5545 §3.1). */
export function icsByteFaults(bytes: Uint8Array): string[] {
  const faults: string[] = []
  const lines = splitLines(bytes, faults)
  lines.forEach((line, index) => {
    const where = `line ${index + 1}`
    if (line.length === 0) faults.push(`${where} is empty`)
    if (line.length > 75) faults.push(`${where} has ${line.length} octets`)
    if (line.some((octet) => (octet < 0x20 && octet !== 0x09) || octet === 0x7f)) faults.push(`${where} has a control character`)
    if (!isUtf8(line)) faults.push(`${where} is not UTF-8 by itself`)
    if (index === 0 && line[0] === 0x20) faults.push('the first line continues nothing')
  })
  return faults
}

/** The content lines, unfolded, with parameters and TEXT escapes undone. */
export function readIcs(text: string): IcsProperty[] {
  return text.replace(/\r\n[ \t]/g, '').split('\r\n').filter((line) => line !== '').map(readLine)
}

/** The value of TEXT as a person reads it (§3.3.11). */
export function readText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_whole, letter: string) => (/n/i.test(letter) ? '\n' : letter))
}

function readLine(line: string): IcsProperty {
  const colon = valueStart(line)
  const [name = '', ...parts] = splitOutsideQuotes(line.slice(0, colon))
  const parameters = Object.fromEntries(parts.map((part) => {
    const equals = part.indexOf('=')
    return [part.slice(0, equals), readParameter(part.slice(equals + 1))]
  }))
  return { name, parameters, value: line.slice(colon + 1) }
}

function readParameter(raw: string): string {
  const inside = raw.startsWith('"') ? raw.slice(1, -1) : raw
  return inside.replace(/\^(['^n])/g, (_whole, letter: string) => ({ "'": '"', '^': '^', n: '\n' })[letter] ?? letter)
}

function valueStart(line: string): number {
  let isQuoted = false
  for (let index = 0; index < line.length; index++) {
    if (line[index] === '"') isQuoted = !isQuoted
    if (line[index] === ':' && !isQuoted) return index
  }
  throw new Error(`No value in the line ${line}`)
}

function splitOutsideQuotes(text: string): string[] {
  return text.match(/(?:"[^"]*"|[^;"])+/g) ?? []
}

function splitLines(bytes: Uint8Array, faults: string[]): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  bytes.forEach((octet, index) => {
    if (octet === CR && bytes[index + 1] !== LF) faults.push(`a lone CR at ${index}`)
    if (octet !== LF) return
    if (bytes[index - 1] !== CR) faults.push(`a lone LF at ${index}`)
    lines.push(bytes.subarray(start, bytes[index - 1] === CR ? index - 1 : index))
    start = index + 1
  })
  if (start !== bytes.length) faults.push('the last line has no CRLF')
  return lines
}

function isUtf8(line: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(line)
    return true
  } catch {
    return false
  }
}
