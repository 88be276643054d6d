import type { AgendaNews } from '#app/domain/agenda/change.ts'
import { partOf } from '#app/domain/booking/mail-facts.ts'
import { fill } from '#app/i18n/fill.ts'
import { listText } from '#app/i18n/list-text.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import type { Item } from '../../document/document.ts'
import { agendaSection, theOther } from '../blocks.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { voiceOf, whenBlock, withCompany } from '../voice.ts'

/** What the other side has changed on the prepared agenda since the last mail about it. */
export function composeAgendaChanged(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { mail: words } = messages(facts.recipient.locale).prepare
  const { role, locale } = facts.recipient
  const changed = facts.version.changed ?? []
  const guests = [...new Set(changed.flatMap(({ by }) => by ?? []))]
  // Those who did it, in place of the one who booked.
  const names = { ...voiceOf(facts).names, ...(guests.length > 0 && { guest: withCompany(listText(guests, locale), facts) }) }
  const intro = fill(words.intro[role], names)
  const label = partOf(facts) === 'colleague' ? words.colleagueAction : words.action[role]
  return finish(input, {
    subject: fill(words.subject[role], names), title: words.title[role], preview: intro, ics: null, replyTo: theOther(facts),
    blocks: [
      { kind: 'text', text: intro },
      { kind: 'list', title: words.list, items: changed.map((news) => toItem(news, words, guests.length > 1)), more: null },
      { kind: 'action', label, href: links.manage },
      whenBlock(facts, facts.version),
      ...agendaSection(facts),
      { kind: 'text', text: words.foot },
    ],
  })
}

/** @param isSigned whether it is told who did it: where it was one alone, the subject has said it. */
function toItem({ kind, title, text, by }: AgendaNews, words: Messages['prepare']['mail'], isSigned: boolean): Item {
  if (kind === 'order') return { text: words.order, note: null }
  const note = kind === 'asked' ? fill(words.asked, { title }) : words[kind]
  return { text: kind === 'asked' ? text ?? '' : title, note: by && isSigned ? `${note} · ${by}` : note }
}
