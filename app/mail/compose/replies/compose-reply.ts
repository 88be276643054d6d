import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { MailFacts, ReplyNews } from '#app/domain/booking/mail-facts.ts'
import { invariant } from '#app/kernel/invariant.ts'
import type { Block } from '../../document/document.ts'
import { aboutTheOther, theOther } from '../blocks.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { sayMoment, voiceOf, whenBlock } from '../voice.ts'

/** To the one whose seat it is: an answer came in their name, and nothing shows that it is theirs. Opening the link changes nothing. */
export function composeUnproven(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { unproven: texts, foot } = messages(facts.recipient.locale).replies.mail
  const { reply, names } = newsOf(facts)
  const intro = fill(texts.intro[reply.kind], names)
  const blocks: Block[] = [
    { kind: 'text', text: intro },
    whenBlock(facts, facts.version),
    { kind: 'text', text: texts.why },
    { kind: 'action', label: texts.action, href: links.answer ?? links.manage },
    { kind: 'text', text: texts.otherwise },
  ]
  return finish(input, { subject: texts.subject, title: texts.title, preview: intro, blocks, ics: null, reason: foot })
}

/** To the host: the one who booked has said no in their calendar. The meeting stands. */
export function composeCalendarNo(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { no: texts } = messages(facts.recipient.locale).replies.mail
  const { reply, names } = newsOf(facts)
  const blocks: Block[] = [
    { kind: 'text', text: texts.intro },
    whenBlock(facts, facts.version),
    ...commentBlock(facts, reply),
    { kind: 'action', label: texts.action, href: links.offer ?? links.manage },
    { kind: 'links', links: [{ label: texts.cancel, href: `${links.manage}#cancel` }] },
    ...aboutTheOther(facts),
  ]
  const words = { subject: fill(texts.subject, names), title: fill(texts.title, names), preview: texts.intro }
  return finish(input, { ...words, blocks, ics: null, replyTo: theOther(facts) })
}

/** What is told of an answer, and the names that stand in the sentences about it. */
export function newsOf(facts: MailFacts): { reply: ReplyNews; names: Record<string, string> } {
  const { version: { reply }, recipient } = facts
  invariant(reply, 'a mail about an answer has it')
  const proposed = reply.startsAt === null ? '' : sayMoment(recipient, reply.startsAt)
  return { reply, names: { ...voiceOf(facts).names, who: reply.who, proposed } }
}

/** What was written with the answer, in the writer's own words. */
export function commentBlock({ recipient }: MailFacts, { comment, who }: ReplyNews): Block[] {
  const { no } = messages(recipient.locale).replies.mail
  return comment === null ? [] : [{ kind: 'quote', title: fill(no.comment, { who }), text: comment }]
}
