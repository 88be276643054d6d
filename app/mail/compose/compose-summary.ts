import type { AgendaEntry, EntryKind } from '#app/domain/agenda/agenda.ts'
import { sayOrigin } from '#app/domain/agenda/prepare/file-words.ts'
import { filesOf } from '#app/domain/agenda/summary/lines.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { dayText } from '#app/kernel/time.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import type { Block, Item } from '../document/document.ts'
import { nextSection, pollItems, timesSection } from './after/came-of-it.ts'
import { theOther } from './blocks.ts'
import { finish } from './finish.ts'
import type { ComposedMail, MailInput } from './mail-input.ts'
import { voiceOf } from './voice.ts'

/** Letters of one section; readers of mail cut off what is much longer, the summary's page has it all. */
const SECTION_LIMIT = 8_000

/** What was decided, who does what next, and what was noted. */
export function composeSummary(input: MailInput): ComposedMail {
  const { facts } = input
  const { texts, names } = voiceOf(facts)
  const words = texts.summary[facts.recipient.role]
  const polls = pollItems(facts)
  const isEmpty = facts.agenda.entries.length + polls.length === 0 && !facts.said?.length
  const intro = isEmpty ? words.empty : words.intro
  const blocks: Block[] = [
    { kind: 'text', text: fill(intro, names) },
    ...section(facts, texts.summary.decisions, 'decision'),
    ...section(facts, texts.summary.nextSteps, 'next-step'),
    ...section(facts, texts.summary.parked, 'parked'),
    ...listOf(facts, messages(facts.recipient.locale).after.polls.title, polls),
    ...section(facts, texts.summary.notes, 'note'),
    ...nextSection(facts),
    ...fileSection(facts),
    ...saidSection(facts, texts.summary.said),
    ...timesSection(facts),
    ...wayOn(input),
  ]
  return finish(input, { ...words, preview: intro, blocks, ics: null, replyTo: theOther(facts) })
}

function section(facts: MailFacts, title: string, kind: EntryKind): Block[] {
  const entries = facts.agenda.entries.filter((entry) => entry.kind === kind)
  return listOf(facts, title, entries.map((entry) => toItem(facts, entry)))
}

function fileSection(facts: MailFacts): Block[] {
  const { files: texts } = messages(facts.recipient.locale).agenda
  const files = filesOf(facts.files ?? [], facts.agenda.items)
  return listOf(facts, texts.title, files.map((file) => ({ text: file.name, note: sayOrigin(file, texts) })))
}

/** Files are named; they are fetched from the summary's page, where it is asked who asks. */
function saidSection(facts: MailFacts, title: string): Block[] {
  return listOf(facts, title, (facts.said ?? []).map(({ text, file, name }) => ({ text: file?.name ?? text, note: name })))
}

/** As many as a mail has room for, and how many are left to the page; nothing where there are none. */
function listOf({ recipient }: MailFacts, title: string, items: Item[]): Block[] {
  if (items.length === 0) return []
  const shown = withinLimit(items)
  const left = items.length - shown.length
  return [{ kind: 'list', title, items: shown, more: left > 0 ? fill(messages(recipient.locale).mail.more, { count: left }) : null }]
}

function withinLimit(items: Item[]): Item[] {
  let letters = 0
  return items.filter(({ text, parts = [] }) => {
    letters += text.length + parts.join('').length
    return letters <= SECTION_LIMIT
  })
}

function toItem({ recipient }: MailFacts, { text, owner, due }: AgendaEntry): Item {
  const { by, due: dueText } = messages(recipient.locale).mail.summary
  if (!due) return { text, note: owner || null }
  const at = Date.parse(`${due}T12:00:00Z`)
  const day = Number.isNaN(at) ? due : dayText(at, 'UTC', recipient.locale)
  return { text, note: fill(owner ? by : dueText, { owner, day }) }
}

function wayOn({ facts, links }: MailInput): Block[] {
  const { guest, host } = voiceOf(facts).texts.summary
  // What both have agreed on is not asked for again.
  if (facts.next) return [{ kind: 'action', label: facts.recipient.role === 'guest' ? guest.summary : host.action, href: links.summary }]
  if (facts.recipient.role === 'guest') {
    return [
      { kind: 'action', label: guest.action, href: links.next ?? links.bookNext },
      { kind: 'links', links: [{ label: guest.summary, href: links.summary }] },
    ]
  }
  return [
    { kind: 'action', label: host.action, href: links.summary },
    { kind: 'links', links: [{ label: host.bookNext, href: links.next ?? links.bookNext }] },
  ]
}
