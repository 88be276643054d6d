import type { AgendaNews } from '#app/domain/agenda/change.ts'
import { partOf } from '#app/domain/booking/mail-facts.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import type { Item } from '../../document/document.ts'
import { agendaSection, theOther } from '../blocks.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { voiceOf, whenBlock } from '../voice.ts'

/** What the other side has changed on the prepared agenda since the last mail about it. */
export function composeAgendaChanged(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { mail: words } = messages(facts.recipient.locale).prepare
  const { names } = voiceOf(facts)
  const { role } = facts.recipient
  const intro = fill(words.intro[role], names)
  const label = partOf(facts) === 'colleague' ? words.colleagueAction : words.action[role]
  return finish(input, {
    subject: words.subject[role], title: words.title[role], preview: intro, ics: null, replyTo: theOther(facts),
    blocks: [
      { kind: 'text', text: intro },
      { kind: 'list', title: words.list, items: (facts.version.changed ?? []).map((news) => toItem(news, words)), more: null },
      { kind: 'action', label, href: links.manage },
      whenBlock(facts, facts.version),
      ...agendaSection(facts),
      { kind: 'text', text: words.foot },
    ],
  })
}

function toItem({ kind, title, text }: AgendaNews, words: Messages['prepare']['mail']): Item {
  if (kind === 'order') return { text: words.order, note: null }
  if (kind === 'asked') return { text: text ?? '', note: fill(words.asked, { title }) }
  return { text: title, note: words[kind] }
}
