import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { clockText } from '#app/kernel/time.ts'
import type { Block } from '../../document/document.ts'
import { aboutTheOther, theOther } from '../blocks.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { sayMoment, voiceOf, whenBlock } from '../voice.ts'

/** It has begun and nobody has come: the way in, the number to ring, and other times. */
export function composeMissing(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { texts: { missing: words }, names } = voiceOf(facts)
  const { timeZone, locale } = facts.recipient
  const said = { ...names, clock: clockText(facts.version.startsAt, timeZone, locale), phone: facts.host.phone ?? '' }
  const intro = fill(words.intro, said)
  const call: Block[] = facts.host.phone ? [{ kind: 'text', text: fill(words.call, said) }] : []
  return finish(input, {
    subject: words.subject, title: words.title, preview: intro, ics: null, replyTo: theOther(facts),
    blocks: [
      { kind: 'text', text: intro },
      { kind: 'action', label: words.action, href: links.room },
      ...call,
      ...otherTimes(input),
      whenBlock(facts, facts.version, { label: words.was }),
      ...aboutTheOther(facts),
    ],
  })
}

/** Each leads to the page that moves the meeting, with that time marked; opening it moves nothing. */
function otherTimes({ facts, links }: MailInput): Block[] {
  const { texts: { missing: words } } = voiceOf(facts)
  const { nextStarts } = facts.approval
  const any = { label: words.any, href: links.move }
  const next = nextStarts.map((at) => ({ label: capitalised(sayMoment(facts.recipient, at)), href: links.moveAt(at) }))
  return [{ kind: 'text', text: nextStarts.length > 0 ? words.next : words.noNext }, { kind: 'links', links: [...next, any] }]
}
