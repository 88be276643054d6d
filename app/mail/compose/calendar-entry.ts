import { writeCalendar, type CalendarMethod } from '#app/domain/calendar/icalendar.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { fill } from '#app/i18n/fill.ts'
import type { Block } from '../document/document.ts'
import { renderTextBlocks } from '../document/render-text.ts'
import { aboutTheOther, agendaSection } from './blocks.ts'
import type { ComposedMail, MailInput } from './mail-input.ts'
import { manageLabel, voiceOf, whenBlock } from './voice.ts'

/**
 * The meeting for the recipient's calendar, in their language and with their link, as it was when the mail was
 * queued. Organizer and UID are the same for everybody. The host's entry names all who come; a guest's names the
 * host, the one who booked and that guest, so that no colleague's address goes to another, and nobody's entry
 * changes when somebody else comes or goes.
 */
export function calendarEntry(method: CalendarMethod, input: MailInput): ComposedMail['ics'] {
  const { facts, links, organizer } = input
  const { texts, names } = voiceOf(facts)
  const { version, meeting, recipient } = facts
  const content = writeCalendar(method, {
    uid: meeting.uid,
    sequence: version.sequence,
    stampedAt: version.stampedAt,
    createdAt: meeting.createdAt,
    startsAt: version.startsAt,
    endsAt: version.endsAt,
    summary: fill(texts.entry[recipient.role], names),
    description: descriptionFor(method, input),
    joinUrl: links.room,
    joinLabel: texts.joinLabel,
    organizer,
    attendees: attendeesFor(facts).map(({ name, email }) => ({ name, address: email })),
    isStillOn: facts.kind === 'removal',
  })
  return { method, content }
}

function attendeesFor({ kind, recipient, seats, guest }: MailFacts): Seat[] {
  if (kind === 'removal') return [recipient]
  if (recipient.role === 'host') return seats
  const others = seats.filter(({ id, role }) => id !== recipient.id && (role === 'host' || id === guest.seatId))
  return [...others, recipient]
}

/** What declines a time describes no event (RFC 5546 §3.2.8); its words stand in the mail. */
function descriptionFor(method: CalendarMethod, input: MailInput): string {
  if (method === 'DECLINECOUNTER') return ''
  return method === 'CANCEL' ? sayOff(input.facts) : describe(input)
}

function sayOff(facts: MailFacts): string {
  const { texts, colleagues } = voiceOf(facts)
  return facts.kind === 'removal' ? colleagues.removal.title : texts.entry.off
}

/** The link comes first, for some calendars show only the first line. */
function describe({ facts, links }: MailInput): string {
  const manage = { label: manageLabel(facts), href: links.manage }
  const blocks: Block[] = [
    whenBlock(facts, facts.version), { kind: 'links', links: [manage] }, ...aboutTheOther(facts), ...agendaSection(facts),
  ]
  return `${links.room}\n\n${renderTextBlocks(blocks)}`
}
