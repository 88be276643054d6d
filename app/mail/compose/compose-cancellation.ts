import { partOf, type MailPart } from '#app/domain/booking/mail-facts.ts'
import { fill } from '#app/i18n/fill.ts'
import type { Block } from '../document/document.ts'
import { aboutTheOther } from './blocks.ts'
import { calendarEntry } from './calendar-entry.ts'
import { finish } from './finish.ts'
import type { ComposedMail, MailInput } from './mail-input.ts'
import { voiceOf, whenBlock } from './voice.ts'

/** The meeting will not take place; who booked is shown the way to another time. */
export function composeCancellation(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { texts, names } = voiceOf(facts)
  const { guest, host } = texts.cancellation
  const words = facts.recipient.role === 'guest' ? guest : host
  const waysOn: Record<MailPart, Block[]> = {
    guest: [{ kind: 'text', text: guest.outro }, { kind: 'action', label: guest.action, href: links.bookNext }],
    colleague: [],
    host: [{ kind: 'links', links: [{ label: host.action, href: links.manage }] }],
  }
  const blocks: Block[] = [
    { kind: 'text', text: fill(words.intro, names) },
    whenBlock(facts, facts.version, { isOff: true }),
    ...waysOn[partOf(facts)],
    ...aboutTheOther(facts),
  ]
  return finish(input, { ...words, preview: words.intro, blocks, ics: calendarEntry('CANCEL', input) })
}
