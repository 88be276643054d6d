import { contentLine, mailtoValue, quotedParameter, textValue, uriValue, utcValue, type LineParameters } from './icalendar-line.ts'

/**
 * REQUEST invites and updates, CANCEL takes back, PUBLISH is a copy to keep, without an answer, and DECLINECOUNTER says
 * no to another time that an attendee proposed (RFC 5546 §3.2).
 */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH' | 'DECLINECOUNTER'

export type CalendarParty = { name: string; address: string }

/** One meeting as one recipient's calendar shows it. Instants are epoch milliseconds. */
export type CalendarEvent = {
  /** The same for the meeting's life (RFC 5545 §3.8.4.7). */
  uid: string
  /** Rises with every change of time, place, people or state (§3.8.7.4). */
  sequence: number
  /** Later with each sending (§3.8.7.2). */
  stampedAt: number
  createdAt: number
  startsAt: number
  endsAt: number
  summary: string
  description: string
  /** Where this recipient enters the meeting. */
  joinUrl: string
  /** What the link is called, such as "Join the meeting". */
  joinLabel: string
  /** Never the recipient's own address, and the same in every version of the event. */
  organizer: CalendarParty
  attendees: readonly CalendarParty[]
  /** Only the attendee that is named is out: the meeting itself takes place, so CANCEL gives it no STATUS (RFC 5546 §3.2.5). */
  isStillOn?: boolean
  /** Asked for, and not agreed on yet. */
  isTentative?: boolean
}

/** What a calendar program reads again and again. */
export type CalendarFeed = { name: string; events: readonly FeedEvent[] }

/** Its join URL leads to a page rather than into a call. */
type FeedEvent = Omit<CalendarEvent, 'joinLabel'>

const ALARM_BEFORE = '-PT15M'
const PRODUCT = '-//Fremmoede//Fremmoede 1//DA'
/** How often a feed is worth reading again; some programs keep to their own pace. */
const FEED_REFRESH = 'PT15M'

/**
 * The text of an iCalendar object with one event, in UTC, that says `method` (RFC 5545, 5546). A DECLINECOUNTER holds
 * nothing but what it is about and, as COMMENT, the description; `sequence` is that of the proposal.
 */
export function writeCalendar(method: CalendarMethod, event: CalendarEvent): string {
  const lines = method === 'DECLINECOUNTER'
    ? declineLines(event)
    : [...entryLines(method, event), conferenceLine(event), ...alarmLines(method, event)]
  return writeObject(method, eventLines(lines))
}

/**
 * All events in one object, for a program that subscribes (RFC 5546 §3.2.1, RFC 7986 §5). No bell rings in it: an
 * invitation has its own, and the subscriber's program asks whether a subscription may ring.
 */
export function writeCalendarFeed({ name, events }: CalendarFeed): string {
  const about = [
    contentLine('NAME', textValue(name)),
    contentLine('X-WR-CALNAME', textValue(name)),
    contentLine('REFRESH-INTERVAL', FEED_REFRESH, { VALUE: 'DURATION' }),
    contentLine('X-PUBLISHED-TTL', FEED_REFRESH),
  ]
  const entries = events.flatMap((event) => eventLines(entryLines('PUBLISH', event)))
  return writeObject('PUBLISH', [...about, ...(events.length === 0 ? utcLines() : entries)])
}

function writeObject(method: CalendarMethod, lines: string[]): string {
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('PRODID', PRODUCT),
    contentLine('VERSION', '2.0'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', method),
    ...lines,
    contentLine('END', 'VCALENDAR'),
  ].join('')
}

function eventLines(lines: string[]): string[] {
  return [contentLine('BEGIN', 'VEVENT'), ...lines, contentLine('END', 'VEVENT')]
}

function entryLines(method: CalendarMethod, event: FeedEvent): string[] {
  return [
    ...versionLines(event),
    contentLine('CREATED', utcValue(event.createdAt)),
    contentLine('LAST-MODIFIED', utcValue(event.stampedAt)),
    ...meetingLines(event),
    ...statusLines(method, event),
    contentLine('TRANSP', 'OPAQUE'),
    contentLine('CLASS', 'PUBLIC'),
    organizerLine(event),
    ...attendeeLines(method, event),
  ]
}

/** Whatever else may describe the event is left out (RFC 5546 §3.2.8). */
function declineLines(event: CalendarEvent): string[] {
  return [...versionLines(event), organizerLine(event), ...wordsLine('COMMENT', event.description)]
}

/** A property without a value is a fault to libical. */
function wordsLine(name: string, words: string): string[] {
  const value = textValue(words)
  return value === '' ? [] : [contentLine(name, value)]
}

function versionLines(event: FeedEvent): string[] {
  return [
    contentLine('UID', textValue(event.uid)),
    contentLine('SEQUENCE', String(event.sequence)),
    contentLine('DTSTAMP', utcValue(event.stampedAt)),
  ]
}

function meetingLines(event: FeedEvent): string[] {
  return [
    contentLine('DTSTART', utcValue(event.startsAt)),
    contentLine('DTEND', utcValue(event.endsAt)),
    contentLine('SUMMARY', textValue(event.summary)),
    ...wordsLine('DESCRIPTION', event.description),
    contentLine('LOCATION', textValue(event.joinUrl)),
    contentLine('URL', uriValue(event.joinUrl)),
  ]
}

/** RFC 7986 §5.11. */
function conferenceLine({ joinUrl, joinLabel }: CalendarEvent): string {
  return contentLine('CONFERENCE', uriValue(joinUrl), { VALUE: 'URI', FEATURE: 'AUDIO,VIDEO', LABEL: quotedParameter(joinLabel) })
}

function statusLines(method: CalendarMethod, { isStillOn = false, isTentative = false }: FeedEvent): string[] {
  if (method === 'CANCEL') return isStillOn ? [] : [contentLine('STATUS', 'CANCELLED')]
  return [contentLine('STATUS', isTentative ? 'TENTATIVE' : 'CONFIRMED')]
}

function organizerLine({ organizer: { name, address } }: FeedEvent): string {
  return contentLine('ORGANIZER', mailtoValue(address), { CN: quotedParameter(name) })
}

/** A published copy names no attendee (RFC 5546 §3.2.1); a cancellation asks for no answer. */
function attendeeLines(method: CalendarMethod, { attendees }: FeedEvent): string[] {
  if (method === 'PUBLISH') return []
  const asked: LineParameters = method === 'REQUEST' ? { RSVP: 'TRUE' } : {}
  return attendees.map(({ name, address }) => contentLine('ATTENDEE', mailtoValue(address), {
    CUTYPE: 'INDIVIDUAL', ROLE: 'REQ-PARTICIPANT', PARTSTAT: 'NEEDS-ACTION', ...asked, CN: quotedParameter(name),
  }))
}

/** What is cancelled rings no bell (RFC 5546 §3.2.5); a bell that shows must say what for (RFC 5545 §3.6.6). */
function alarmLines(method: CalendarMethod, event: CalendarEvent): string[] {
  if (method === 'CANCEL') return []
  return [
    contentLine('BEGIN', 'VALARM'),
    contentLine('ACTION', 'DISPLAY'),
    contentLine('TRIGGER', ALARM_BEFORE, { RELATED: 'START' }),
    contentLine('DESCRIPTION', textValue(event.summary)),
    contentLine('END', 'VALARM'),
  ]
}

/** An object holds one component at least (RFC 5545 §3.6): the clock of UTC shows nothing anywhere. */
function utcLines(): string[] {
  return [
    contentLine('BEGIN', 'VTIMEZONE'),
    contentLine('TZID', 'Etc/UTC'),
    contentLine('BEGIN', 'STANDARD'),
    contentLine('DTSTART', '19700101T000000'),
    contentLine('TZOFFSETFROM', '+0000'),
    contentLine('TZOFFSETTO', '+0000'),
    contentLine('TZNAME', 'UTC'),
    contentLine('END', 'STANDARD'),
    contentLine('END', 'VTIMEZONE'),
  ]
}
