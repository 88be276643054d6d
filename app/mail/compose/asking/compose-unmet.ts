import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Block } from '../../document/document.ts'
import { aboutTheOther, theOther } from '../blocks.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { voiceOf, whenBlock } from '../voice.ts'
import { nextTimes } from './next-times.ts'

type Words = { subject: string; title: string; intro: string }

/** What was asked for will not be: it got a no, no answer, or was withdrawn. No calendar ever had it, so none is told. */
export function composeUnmet(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { recipient, kind } = facts
  const { mail: texts } = messages(recipient.locale).asking
  if (recipient.role === 'host') {
    const words = kind === 'withdrawn' ? texts.withdrawn.host : texts.lapsed.host
    return write(input, words, [{ kind: 'links', links: [{ label: words.action, href: links.manage }] }])
  }
  if (kind === 'withdrawn') return write(input, texts.withdrawn.guest, [{ kind: 'action', label: texts.all, href: links.bookNext }])
  return write(input, kind === 'refused' ? texts.refused : texts.lapsed.guest, [...word(input), ...nextTimes(recipient, facts.approval.nextStarts, links)])
}

function write(input: MailInput, words: Words, wayOn: Block[]): ComposedMail {
  const { facts } = input
  const { foot } = messages(facts.recipient.locale).asking.mail
  const blocks: Block[] = [
    { kind: 'text', text: fill(words.intro, voiceOf(facts).names) },
    whenBlock(facts, facts.version, { isOff: true }),
    ...wayOn,
    ...aboutTheOther(facts),
  ]
  return finish(input, { ...words, preview: words.intro, blocks, ics: null, replyTo: theOther(facts), reason: foot[facts.recipient.role] })
}

function word({ facts }: MailInput): Block[] {
  const { approval, recipient } = facts
  if (!approval.text) return []
  return [{ kind: 'quote', title: fill(messages(recipient.locale).asking.mail.word, voiceOf(facts).names), text: approval.text }]
}
