import { fill } from '#app/i18n/fill.ts'
import type { Block } from '../document/document.ts'
import { aboutTheOther, agendaSection } from './blocks.ts'
import { calendarEntry } from './calendar-entry.ts'
import { finish } from './finish.ts'
import type { ComposedMail, MailInput } from './mail-input.ts'
import { voiceOf, whenBlock } from './voice.ts'

/** The meeting is booked. */
export function composeInvitation(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { texts, names } = voiceOf(facts)
  const words = texts.invitation[facts.recipient.role]
  const blocks: Block[] = [
    { kind: 'text', text: fill(words.intro, names) },
    whenBlock(facts, facts.version),
    { kind: 'action', label: words.action, href: links.room },
    ...hints(input),
    { kind: 'links', links: [{ label: words.manage, href: links.manage }] },
    ...aboutTheOther(facts),
    ...agendaSection(facts),
  ]
  return finish(input, { ...words, preview: words.intro, blocks, ics: calendarEntry('REQUEST', input) })
}

function hints({ facts }: MailInput): Block[] {
  if (facts.recipient.role === 'host') return []
  const { actionHint, calendar } = voiceOf(facts).texts.invitation.guest
  return [{ kind: 'text', text: `${actionHint} ${calendar}` }]
}
