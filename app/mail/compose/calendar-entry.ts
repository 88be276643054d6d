import { writeCalendar, type CalendarMethod } from '#app/domain/calendar/icalendar.ts'
import { fill } from '#app/i18n/fill.ts'
import type { Block } from '../document/document.ts'
import { renderTextBlocks } from '../document/render-text.ts'
import { aboutTheOther, agendaSection } from './blocks.ts'
import type { ComposedMail, MailInput } from './mail-input.ts'
import { voiceOf, whenBlock } from './voice.ts'

/**
 * The meeting for the recipient's calendar, in their language and with their link, as it was when the mail was
 * queued. Organizer, UID and attendees are the same for everybody.
 */
export function calendarEntry(method: CalendarMethod, input: MailInput): ComposedMail['ics'] {
  const { facts, links, organizer } = input
  const { texts, names } = voiceOf(facts)
  const { version, meeting, recipient, seats } = facts
  const content = writeCalendar(method, {
    uid: meeting.uid,
    sequence: version.sequence,
    stampedAt: version.stampedAt,
    createdAt: meeting.createdAt,
    startsAt: version.startsAt,
    endsAt: version.endsAt,
    summary: fill(texts.entry[recipient.role], names),
    description: method === 'CANCEL' ? texts.entry.off : describe(input),
    joinUrl: links.room,
    joinLabel: texts.joinLabel,
    organizer,
    attendees: seats.map(({ name, email }) => ({ name, address: email })),
  })
  return { method, content }
}

/** The link comes first, for some calendars show only the first line. */
function describe({ facts, links }: MailInput): string {
  const { texts } = voiceOf(facts)
  const manage = { label: texts.invitation[facts.recipient.role].manage, href: links.manage }
  const blocks: Block[] = [
    whenBlock(facts, facts.version), { kind: 'links', links: [manage] }, ...aboutTheOther(facts), ...agendaSection(facts),
  ]
  return `${links.room}\n\n${renderTextBlocks(blocks)}`
}
