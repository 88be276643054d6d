import { fill } from '#app/i18n/fill.ts'
import type { Block } from '../document/document.ts'
import { aboutTheOther, agendaSection } from './blocks.ts'
import { calendarEntry } from './calendar-entry.ts'
import { finish } from './finish.ts'
import type { ComposedMail, MailInput } from './mail-input.ts'
import { manageLabel, voiceOf, whenBlock } from './voice.ts'

/** The meeting has another time; the old one stands below it, crossed out. */
export function composeUpdate(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { texts, names } = voiceOf(facts)
  const words = texts.update[facts.recipient.role]
  const blocks: Block[] = [
    { kind: 'text', text: fill(words.intro, names) },
    whenBlock(facts, facts.version, { label: texts.update.newTime }),
    ...beforeBlock(input),
    { kind: 'action', label: words.action, href: links.room },
    { kind: 'links', links: [{ label: manageLabel(facts), href: links.manage }] },
    ...aboutTheOther(facts),
    ...agendaSection(facts),
  ]
  return finish(input, { ...words, preview: words.intro, blocks, ics: calendarEntry('REQUEST', input) })
}

/** The time that held before, when there was one. */
export function beforeBlock({ facts }: MailInput): Block[] {
  const { startsAt, endsAt, previousStartsAt } = facts.version
  if (previousStartsAt === undefined) return []
  const { day, clock, notes } = whenBlock(facts, { startsAt: previousStartsAt, endsAt: previousStartsAt + endsAt - startsAt })
  return [{ kind: 'was', text: fill(voiceOf(facts).texts.update.before, { was: [day, clock, ...notes].join(', ') }) }]
}
