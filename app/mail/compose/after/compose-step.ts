import type { AgendaEntry } from '#app/domain/agenda/agenda.ts'
import { ownersOf } from '#app/domain/agenda/steps/owner.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { dateText } from '#app/kernel/time.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import { theOther } from '../blocks.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { voiceOf } from '../voice.ts'

/** So much of a step stands in the subject. */
const SUBJECT_LENGTH = 80

/** A next step is brought up: what it is, and the way to say that it is done, which the page asks for with a press. */
export function composeStep(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { recipient, agenda, version, seats } = facts
  const { after: { mail: { step: words } }, room } = messages(recipient.locale)
  const { names } = voiceOf(facts)
  const step = agenda.entries.find(({ id }) => id === version.stepId)
  const owners = ownersOf(step?.owner ?? '', seats)
  const said = words[sceneOf(step, version)]
  const intro = owners.length === 1 ? said.own : said.both
  const text = step?.text ?? ''
  const who = step?.owner ? fill(room.summary.owner, { owner: step.owner }) : null
  return finish(input, {
    subject: fill(said.subject, { step: shortened(text) }), title: said.title, preview: text, ics: null,
    replyTo: theOther(facts), reason: words.reason,
    blocks: [
      { kind: 'text', text: fill(intro, { ...names, due: step?.due ? dateText(step.due, recipient.locale) : '' }) },
      { kind: 'list', title: room.summary.nextSteps, more: null, items: [{ text, note: who }] },
      { kind: 'action', label: words.action, href: links.step ?? links.summary },
    ],
  })
}

type Scene = Exclude<keyof Messages['after']['mail']['step'], 'action' | 'reason'>

/** Is it due on the day of the mail, was it before, or did nobody set a date? */
function sceneOf(step: Pick<AgendaEntry, 'due'> | undefined, { stepDay }: MailFacts['version']): Scene {
  if (!step?.due) return 'undated'
  return stepDay !== undefined && step.due < stepDay ? 'late' : 'today'
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > SUBJECT_LENGTH ? `${line.slice(0, SUBJECT_LENGTH - 1).trimEnd()}…` : line
}
