import { fill } from '#app/i18n/fill.ts'
import type { Block } from '../../document/document.ts'
import { aboutTheOther } from '../blocks.ts'
import { calendarEntry } from '../calendar-entry.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { manageLabel, voiceOf, whenBlock } from '../voice.ts'

/** To the host: somebody comes along, or no longer does. Time and place are as they were. */
export function composePeople(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { colleagues: { people }, names } = voiceOf(facts)
  const isComing = facts.version.who?.isComing ?? true
  const intro = isComing ? people.coming : people.gone
  const blocks: Block[] = [
    { kind: 'text', text: fill(intro, names) },
    whenBlock(facts, facts.version),
    { kind: 'links', links: [{ label: manageLabel(facts), href: links.manage }] },
    ...aboutTheOther(facts),
  ]
  return finish(input, {
    subject: isComing ? people.comingSubject : people.goneSubject, title: isComing ? people.comingTitle : people.goneTitle,
    preview: intro, blocks, ics: calendarEntry('REQUEST', input),
  })
}
