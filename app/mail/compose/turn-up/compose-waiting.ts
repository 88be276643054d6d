import { listText } from '#app/i18n/list-text.ts'
import { fill } from '#app/i18n/fill.ts'
import { aboutTheOther, theOther } from '../blocks.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { voiceOf, whenBlock } from '../voice.ts'

/** To the host, who is not there while somebody stands at the door. */
export function composeWaiting(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { texts: { waiting: words }, names } = voiceOf(facts)
  const who = listText(facts.seats.filter(({ door }) => door === 'waiting').map(({ name }) => name), facts.recipient.locale)
  const said = { ...names, who }
  const intro = fill(words.intro, said)
  return finish(input, {
    subject: fill(words.subject, said), title: words.title, preview: intro, ics: null, replyTo: theOther(facts),
    blocks: [
      { kind: 'text', text: intro },
      { kind: 'action', label: words.action, href: links.room },
      whenBlock(facts, facts.version),
      ...aboutTheOther(facts),
    ],
  })
}
