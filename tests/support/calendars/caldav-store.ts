import { isLater, readItip } from './calendar-mail.ts'

/** An object in the store, without the METHOD that no stored object has. */
export type Stored = { href: string; etag: string; ics: string }

const HEADERS = { Authorization: `Basic ${Buffer.from('mette:x').toString('base64')}` }
const XML_HEADERS = { ...HEADERS, 'Content-Type': 'application/xml; charset=utf-8', Depth: '1' }
/** Somebody else writes the same object at the same time: look again, so often. */
const TRIES = 20
/** It is not what was read any more (RFC 9110 §13.1.1). */
const CHANGED = 412

/** Makes an empty calendar. @returns its address. */
export async function makeCollection(serverUrl: string, name: string): Promise<string> {
  const url = `${serverUrl}/mette/${name}/`
  const { status } = await fetch(url, { method: 'MKCALENDAR', headers: HEADERS })
  if (status !== 201) throw new Error(`MKCALENDAR of ${url} gave ${status}`)
  return url
}

/**
 * Does with an iTIP message what a client does that keeps its calendar in a CalDAV store: finds the object by UID,
 * leaves it when it has as late a version, and writes it under the ETag that was read, or as new (RFC 4791 §5.3.2).
 */
export async function applyToStore(collectionUrl: string, ics: string): Promise<void> {
  const message = readItip(ics)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [known] = await readStore(collectionUrl, message.uid)
    if (known && !isLater(message, readItip(withMethod(known.ics)))) return
    const status = await put(known ? new URL(known.href, collectionUrl).href : `${collectionUrl}${message.uid}.ics`, storable(ics), known?.etag ?? null)
    if (status < 300) return
    if (status !== CHANGED) throw new Error(`PUT gave ${status}`)
  }
  throw new Error(`${message.uid} was changed by others ${TRIES} times`)
}

/** What the store gives back for its events, or for those of one UID (RFC 4791 §7.8). */
export async function readStore(collectionUrl: string, uid?: string): Promise<Stored[]> {
  const byUid = uid === undefined ? '' : `<C:prop-filter name="UID"><C:text-match collation="i;octet">${uid}</C:text-match></C:prop-filter>`
  const body = `<?xml version="1.0"?><C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><D:getetag/><C:calendar-data/></D:prop>`
    + `<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">${byUid}</C:comp-filter></C:comp-filter></C:filter></C:calendar-query>`
  const answer = await fetch(collectionUrl, { method: 'REPORT', headers: XML_HEADERS, body })
  const text = await answer.text()
  if (answer.status !== 207) throw new Error(`REPORT gave ${answer.status}: ${text.slice(0, 300)}`)
  return [...text.matchAll(/<(?:\w+:)?response>([\s\S]*?)<\/(?:\w+:)?response>/g)].flatMap(([, inside = '']) => {
    const [href, etag, ics] = ['href', 'getetag', 'calendar-data'].map((name) => textOf(inside, name))
    return href && etag && ics ? [{ href, etag, ics: ics.replace(/\r?\n/g, '\r\n') }] : []
  })
}

/** The object as a message again, so that one reader reads both. */
export function withMethod(stored: string): string {
  return stored.replace('BEGIN:VEVENT', 'METHOD:PUBLISH\r\nBEGIN:VEVENT')
}

async function put(url: string, ics: string, etag: string | null): Promise<number> {
  const condition: Record<string, string> = etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag }
  const headers = { ...HEADERS, 'Content-Type': 'text/calendar; charset=utf-8', ...condition }
  return (await fetch(url, { method: 'PUT', headers, body: ics })).status
}

/**
 * No METHOD (RFC 4791 §4.1), nobody for the server to mail (RFC 6638 §7.1), and what is taken back stays, as cancelled,
 * so that an older message that comes late is known for what it is.
 */
function storable(ics: string): string {
  const isOff = /^METHOD:CANCEL\r$/m.test(ics)
  const lines = ics.replace(/\r\n[ \t]/g, '').split('\r\n').filter((line) => !line.startsWith('METHOD:') && !(isOff && line.startsWith('STATUS:')))
    .map((line) => line.replace(/^(ORGANIZER|ATTENDEE);/, '$1;SCHEDULE-AGENT=CLIENT;'))
  return lines.flatMap((line) => (isOff && line === 'END:VEVENT' ? ['STATUS:CANCELLED', line] : [line])).join('\r\n')
}

function textOf(xml: string, name: string): string | null {
  const raw = new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(xml)?.[1]
  if (raw === undefined) return null
  const letters: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return raw.replace(/&(?:#(\d+)|(\w+));/g, (whole, code?: string, letter?: string) => (
    code === undefined ? letters[letter ?? ''] ?? whole : String.fromCodePoint(Number(code))
  ))
}
