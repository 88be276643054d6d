import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Block } from '../../document/document.ts'
import { aboutTheOther, agendaSection, theOther } from '../blocks.ts'
import { beforeBlock } from '../compose-update.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { voiceOf, whenBlock } from '../voice.ts'

/**
 * Somebody asks for a meeting that the consultant has to say yes to, or for another time of one. Nothing for the
 * calendar: a REQUEST would ask for an answer to what is not sure, whatever its STATUS, and a no would leave a
 * cancelled entry behind.
 */
export function composeAsked(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { names } = voiceOf(facts)
  const { asked, foot } = messages(facts.recipient.locale).asking.mail
  const isToGuest = facts.recipient.role === 'guest'
  const words = isToGuest ? asked.guest : asked.host
  const wayOn: Block[] = isToGuest
    ? [{ kind: 'text', text: fill(asked.guest.note, names) }, { kind: 'links', links: [{ label: asked.guest.manage, href: links.manage }] }]
    : [{ kind: 'action', label: asked.host.action, href: links.manage }]
  const blocks: Block[] = [
    { kind: 'text', text: fill(words.intro, names) },
    whenBlock(facts, facts.version),
    ...beforeBlock(input),
    ...wayOn,
    ...aboutTheOther(facts),
    ...agendaSection(facts),
  ]
  const { subject, title } = facts.version.previousStartsAt === undefined ? words : words.moved
  const reason = foot[facts.recipient.role]
  return finish(input, { subject, title, preview: words.intro, blocks, ics: null, replyTo: theOther(facts), reason })
}
