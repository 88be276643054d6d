import { partOf, type MailFacts } from '#app/domain/booking/mail-facts.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Block } from '../../document/document.ts'
import { aboutTheOther, theOther } from '../blocks.ts'
import { calendarEntry } from '../calendar-entry.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { manageLabel, voiceOf, whenBlock } from '../voice.ts'

/** Somebody comes along, no longer does, or has another address. Time and place are as they were. */
export function composePeople(input: MailInput): ComposedMail {
  return partOf(input.facts) === 'host' ? toHost(input) : toBooker(input)
}

function toHost(input: MailInput): ComposedMail {
  const { facts } = input
  const { subject, title, intro } = wordsFor(facts)
  const blocks = [...sayMeeting(input, intro), ...aboutTheOther(facts)]
  return finish(input, { subject, title, preview: intro, blocks, ics: calendarEntry('REQUEST', input) })
}

function wordsFor(facts: MailFacts): { subject: string; title: string; intro: string } {
  const { colleagues: { people } } = voiceOf(facts)
  const { who } = facts.version
  if (who?.hasNewAddress) return messages(facts.recipient.locale).delivery.corrected
  return who?.isComing ?? true
    ? { subject: people.comingSubject, title: people.comingTitle, intro: people.coming }
    : { subject: people.goneSubject, title: people.goneTitle, intro: people.gone }
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
