import { fill } from '#app/i18n/fill.ts'
import type { Block } from '../../document/document.ts'
import { calendarEntry } from '../calendar-entry.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { voiceOf, whenBlock } from '../voice.ts'

/** To a colleague who is no longer to come: the last mail, which takes the entry out of that one calendar. */
export function composeRemoval(input: MailInput): ComposedMail {
  const { facts } = input
  const { colleagues: { removal }, names } = voiceOf(facts)
  const blocks: Block[] = [{ kind: 'text', text: fill(removal.intro, names) }, whenBlock(facts, facts.version, { isOff: true })]
  return finish(input, { ...removal, preview: removal.intro, blocks, ics: calendarEntry('CANCEL', input) })
}
