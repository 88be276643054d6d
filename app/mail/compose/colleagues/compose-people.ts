import { partOf } from '#app/domain/booking/mail-facts.ts'
import { fill } from '#app/i18n/fill.ts'
import type { Block } from '../../document/document.ts'
import { aboutTheOther, theOther } from '../blocks.ts'
import { calendarEntry } from '../calendar-entry.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { manageLabel, voiceOf, whenBlock } from '../voice.ts'

/** Somebody comes along, or no longer does. Time and place are as they were. */
export function composePeople(input: MailInput): ComposedMail {
  return partOf(input.facts) === 'host' ? toHost(input) : toBooker(input)
}

function toHost(input: MailInput): ComposedMail {
  const { facts } = input
  const { colleagues: { people } } = voiceOf(facts)
  const isComing = facts.version.who?.isComing ?? true
  const intro = isComing ? people.coming : people.gone
  return finish(input, {
    subject: isComing ? people.comingSubject : people.goneSubject, title: isComing ? people.comingTitle : people.goneTitle,
    preview: intro, blocks: [...sayMeeting(input, intro), ...aboutTheOther(facts)], ics: calendarEntry('REQUEST', input),
  })
}

/** A colleague said no. The entry of the one who booked names no colleague, so nothing goes to their calendar. */
function toBooker(input: MailInput): ComposedMail {
  const { facts } = input
  const { colleagues: { gone: { subject, title, intro } } } = voiceOf(facts)
  return finish(input, { subject, title, preview: intro, blocks: sayMeeting(input, intro), ics: null, replyTo: theOther(facts) })
}

function sayMeeting({ facts, links }: MailInput, intro: string): Block[] {
  return [
    { kind: 'text', text: fill(intro, voiceOf(facts).names) },
    whenBlock(facts, facts.version),
    { kind: 'links', links: [{ label: manageLabel(facts), href: links.manage }] },
  ]
}
