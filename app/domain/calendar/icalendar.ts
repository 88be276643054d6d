import { contentLine, mailtoValue, quotedParameter, textValue, uriValue, utcValue, type LineParameters } from './icalendar-line.ts'

/**
 * REQUEST invites and updates, CANCEL takes back, PUBLISH is a copy to keep, without an answer, and DECLINECOUNTER says
 * no to another time that was proposed (RFC 5546 §3.2).
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
}

const ALARM_BEFORE = '-PT15M'
const PRODUCT = '-//Fremmoede//Fremmoede 1//DA'

/** The text of an iCalendar object with one event, in UTC, that says `method` (RFC 5545, 5546). */
export function writeCalendar(method: CalendarMethod, event: CalendarEvent): string {
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('PRODID', PRODUCT),
    contentLine('VERSION', '2.0'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', method),
    contentLine('BEGIN', 'VEVENT'),
    ...versionLines(event),
    ...meetingLines(event),
    ...statusLines(method, event),
    contentLine('TRANSP', 'OPAQUE'),
    contentLine('CLASS', 'PUBLIC'),
    ...peopleLines(method, event),
    ...alarmLines(method, event),
    contentLine('END', 'VEVENT'),
    contentLine('END', 'VCALENDAR'),
  ].join('')
}

function versionLines(event: CalendarEvent): string[] {
  return [
    contentLine('UID', textValue(event.uid)),
    contentLine('SEQUENCE', String(event.sequence)),
    contentLine('DTSTAMP', utcValue(event.stampedAt)),
    contentLine('CREATED', utcValue(event.createdAt)),
    contentLine('LAST-MODIFIED', utcValue(event.stampedAt)),
  ]
}

function meetingLines(event: CalendarEvent): string[] {
  const conference = { VALUE: 'URI', FEATURE: 'AUDIO,VIDEO', LABEL: quotedParameter(event.joinLabel) }
  return [
    contentLine('DTSTART', utcValue(event.startsAt)),
    contentLine('DTEND', utcValue(event.endsAt)),
    contentLine('SUMMARY', textValue(event.summary)),
    contentLine('DESCRIPTION', textValue(event.description)),
    contentLine('LOCATION', textValue(event.joinUrl)),
    contentLine('URL', uriValue(event.joinUrl)),
    contentLine('CONFERENCE', uriValue(event.joinUrl), conference),
  ]
}

function statusLines(method: CalendarMethod, { isStillOn = false }: CalendarEvent): string[] {
  if (method === 'CANCEL') return isStillOn ? [] : [contentLine('STATUS', 'CANCELLED')]
  return [contentLine('STATUS', 'CONFIRMED')]
}

/** A published copy names no attendee (RFC 5546 §3.2.1); a cancellation asks for no answer. */
function peopleLines(method: CalendarMethod, event: CalendarEvent): string[] {
  const organizer = contentLine('ORGANIZER', mailtoValue(event.organizer.address), { CN: quotedParameter(event.organizer.name) })
  if (method === 'PUBLISH') return [organizer]
  const asked: LineParameters = method === 'REQUEST' ? { RSVP: 'TRUE' } : {}
  const attendees = event.attendees.map(({ name, address }) => contentLine('ATTENDEE', mailtoValue(address), {
    CUTYPE: 'INDIVIDUAL', ROLE: 'REQ-PARTICIPANT', PARTSTAT: 'NEEDS-ACTION', ...asked, CN: quotedParameter(name),
  }))
  return [organizer, ...attendees]
}

/** What is cancelled rings no bell (RFC 5546 §3.2.5), nor does a no (§3.2.8); a bell that shows must say what for (RFC 5545 §3.6.6). */
function alarmLines(method: CalendarMethod, event: CalendarEvent): string[] {
  if (method === 'CANCEL' || method === 'DECLINECOUNTER') return []
  return [
    contentLine('BEGIN', 'VALARM'),
    contentLine('ACTION', 'DISPLAY'),
    contentLine('TRIGGER', ALARM_BEFORE),
    contentLine('DESCRIPTION', textValue(event.summary)),
    contentLine('END', 'VALARM'),
  ]
}
