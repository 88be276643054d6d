import ICAL from 'ical.js'
import type { CalendarReply, Partstat, ReplyAttendee } from './calendar-reply.ts'
import { plain, toldInstant } from './told-instant.ts'

/** An answer is about one meeting: what is longer, or has more lines, is none. */
const MOST_CHARACTERS = 64 * 1024
const MOST_LINES = 1_000
const MOST_ATTENDEES = 50
const COMMENT_LETTERS = 500
const UID_LETTERS = 255
const PARTSTATS: Record<string, Partstat> = { ACCEPTED: 'accepted', DECLINED: 'declined', TENTATIVE: 'tentative' }

/**
 * Reads an answer to an invitation. Nothing in it is trusted: it is bounded in size, no rule in it is expanded,
 * and whose it is has to be proven apart from it.
 * @returns null when it is no answer to a single meeting, or can't be read.
 */
export function readCalendarReply(text: string): CalendarReply | null {
  if (text.length > MOST_CHARACTERS || text.split('\n', MOST_LINES + 1).length > MOST_LINES) return null
  const calendar = parse(text)
  const method = String(plain(calendar?.getFirstProperty('method') ?? null)[3]).toUpperCase()
  const [event, ...more] = calendar?.getAllSubcomponents('vevent') ?? []
  if (!calendar || !event || more.length > 0 || (method !== 'REPLY' && method !== 'COUNTER')) return null
  if (event.hasProperty('recurrence-id') || event.hasProperty('rrule')) return null
  return {
    method,
    uid: readUid(event),
    sequence: readSequence(event),
    stampedAt: toldInstant(event.getFirstProperty('dtstamp'), calendar),
    attendees: event.getAllProperties('attendee').slice(0, MOST_ATTENDEES).flatMap(readAttendee),
    comment: readComment(event),
    startsAt: toldInstant(event.getFirstProperty('dtstart'), calendar),
  }
}

function parse(text: string): ICAL.Component | null {
  try {
    const parsed = new ICAL.Component(ICAL.parse(text))
    return parsed.name === 'vcalendar' ? parsed : null
  } catch {
    return null
  }
}

function readUid(event: ICAL.Component): string | null {
  const uid = plain(event.getFirstProperty('uid'))[3]
  return typeof uid === 'string' && uid.trim() !== '' ? uid.trim().slice(0, UID_LETTERS) : null
}

/** What is left out is the first version (RFC 5546 §3.2.3). */
function readSequence(event: ICAL.Component): number {
  const sequence = Number(plain(event.getFirstProperty('sequence'))[3] ?? 0)
  return Number.isSafeInteger(sequence) && sequence >= 0 && sequence < 2 ** 31 ? sequence : 0
}

function readAttendee(property: ICAL.Property): ReplyAttendee[] {
  const [value, written] = [plain(property)[3], property.getFirstParameter('email')]
  const isMailto = typeof value === 'string' && /^mailto:/i.test(value)
  const address = readAddress(isMailto ? value.slice('mailto:'.length) : String(written ?? ''))
  const partstat = PARTSTATS[String(property.getFirstParameter('partstat')).toUpperCase()] ?? 'needs-action'
  return address === '' ? [] : [{ address, partstat }]
}

function readAddress(written: string): string {
  try {
    return decodeURIComponent(written).trim().toLowerCase()
  } catch {
    return written.trim().toLowerCase()
  }
}

/** Google writes it beside the attendee; everybody else as RFC 5546 has it. */
function readComment(event: ICAL.Component): string | null {
  const beside = event.getFirstProperty('attendee')?.getFirstParameter('x-response-comment')
  const comment = plain(event.getFirstProperty('comment'))[3] ?? beside
  if (typeof comment !== 'string') return null
  const words = comment.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '').trim()
  return words.slice(0, COMMENT_LETTERS) || null
}
