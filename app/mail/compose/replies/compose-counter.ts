import { partOf } from '#app/domain/booking/mail-facts.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Block } from '../../document/document.ts'
import { aboutTheOther, theOther } from '../blocks.ts'
import { calendarEntry } from '../calendar-entry.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { whenBlock } from '../voice.ts'
import { commentBlock, newsOf } from './compose-reply.ts'

/** To the host: a calendar proposes another time, and whether it is free. One press at the desk moves the meeting. */
export function composeCounter(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { desk, mail: { counter: texts } } = messages(facts.recipient.locale).replies
  const { reply, names } = newsOf(facts)
  const { startsAt, endsAt } = facts.version
  const proposedAt = reply.startsAt ?? startsAt
  const proposed = whenBlock(facts, { startsAt: proposedAt, endsAt: proposedAt + endsAt - startsAt }, { label: texts.proposed })
  const { day, clock, notes } = whenBlock(facts, facts.version)
  const blocks: Block[] = [
    { kind: 'text', text: texts.intro },
    facts.counterTime ? { ...proposed, notes: [...proposed.notes, desk.counter.time[facts.counterTime]] } : proposed,
    { kind: 'text', text: fill(texts.now, { was: [day, clock, ...notes].join(', ') }) },
    ...commentBlock(facts, reply),
    { kind: 'action', label: texts.action, href: `${links.manage}#counter` },
    ...aboutTheOther(facts),
  ]
  const words = { subject: fill(texts.subject, names), title: fill(texts.title, names), preview: texts.intro }
  return finish(input, { ...words, blocks, ics: null, replyTo: theOther(facts) })
}

/** To whoever proposed it: the time stays, which the calendar is told too (DECLINECOUNTER, RFC 5546 §3.2.8). */
export function composeCounterDeclined(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { counterDeclined: texts } = messages(facts.recipient.locale).replies.mail
  const { names } = newsOf(facts)
  const intro = fill(texts.intro, names)
  const waysOn: Block[] = partOf(facts) === 'guest'
    ? [{ kind: 'text', text: texts.outro }, { kind: 'links', links: [{ label: texts.action, href: links.manage }] }]
    : []
  const blocks: Block[] = [{ kind: 'text', text: intro }, whenBlock(facts, facts.version), ...waysOn]
  return finish(input, { subject: texts.subject, title: texts.title, preview: intro, blocks, ics: calendarEntry('DECLINECOUNTER', input) })
}
