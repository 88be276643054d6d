import { simpleParser } from 'mailparser'
import { readIcs, readText, type IcsProperty } from '../ics-bytes.ts'

/** What one iTIP message says of its event. Instants as RFC 5545 writes them, so that they compare as texts. */
export type ItipMessage = {
  method: string
  uid: string
  sequence: number
  stampedAt: string
  organizer: string
  attendees: string[]
  status: string | null
  starts: string
  ends: string
  summary: string
  url: string
}

/** A mail as a calendar program gets it. */
export type CalendarMail = {
  to: string
  text: string
  /** METHOD as the Content-Type of the calendar part says it (RFC 6047 §2.4). */
  declaredMethod: string | null
  /** The calendar beside the text, and the same as a file. */
  alternative: string | null
  attachment: string | null
}

/** Reads a mail as it came out of SMTP. */
export async function readCalendarMail({ to, raw }: { to: string[]; raw: Buffer }): Promise<CalendarMail> {
  const mail = await simpleParser(raw)
  const alternative = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')
  const attachment = mail.attachments.find(({ contentType }) => contentType === 'application/ics')
  const type: unknown = alternative?.headers.get('content-type')
  return {
    to: to[0] ?? '', text: mail.text ?? '', declaredMethod: methodIn(type),
    alternative: alternative?.content.toString() ?? null, attachment: attachment?.content.toString() ?? null,
  }
}

/** The one event of an invitation, its update or its cancellation. @throws {Error} when there is none, or another. */
export function readItip(ics: string): ItipMessage {
  const all = readIcs(ics)
  const begins = all.filter(({ name, value }) => name === 'BEGIN' && value === 'VEVENT')
  if (begins.length !== 1) throw new Error(`${begins.length} events in one message`)
  const bell = all.findIndex(({ name, value }) => name === 'BEGIN' && value === 'VALARM')
  const properties = bell < 0 ? all : all.slice(0, bell)
  return {
    method: valueOf(properties, 'METHOD'), uid: valueOf(properties, 'UID'), sequence: Number(valueOf(properties, 'SEQUENCE')),
    stampedAt: valueOf(properties, 'DTSTAMP'), organizer: valueOf(properties, 'ORGANIZER'),
    attendees: properties.filter(({ name }) => name === 'ATTENDEE').map(({ value }) => value.replace(/^mailto:/i, '').toLowerCase()),
    status: properties.find(({ name }) => name === 'STATUS')?.value ?? null,
    starts: valueOf(properties, 'DTSTART'), ends: valueOf(properties, 'DTEND'),
    summary: readText(valueOf(properties, 'SUMMARY')), url: valueOf(properties, 'URL'),
  }
}

/** Which of two messages about one UID is the later: by SEQUENCE, and by DTSTAMP where that is equal (RFC 5546 §2.1.5). */
export function isLater(one: Version, other: Version): boolean {
  if (one.sequence !== other.sequence) return one.sequence > other.sequence
  return one.stampedAt > other.stampedAt
}

type Version = Pick<ItipMessage, 'sequence' | 'stampedAt'>

function valueOf(properties: IcsProperty[], wanted: string): string {
  const found = properties.find(({ name }) => name === wanted)
  if (!found) throw new Error(`The message has no ${wanted}`)
  return found.value
}

function methodIn(type: unknown): string | null {
  if (typeof type !== 'object' || type === null || !('params' in type)) return null
  const { params } = type
  if (typeof params !== 'object' || params === null || !('method' in params)) return null
  return typeof params.method === 'string' ? params.method : null
}
