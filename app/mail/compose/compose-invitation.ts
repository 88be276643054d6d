import { partOf } from '#app/domain/booking/mail-facts.ts'
import { fill } from '#app/i18n/fill.ts'
import type { Block } from '../document/document.ts'
import { aboutTheOther, agendaSection } from './blocks.ts'
import { calendarEntry } from './calendar-entry.ts'
import { finish } from './finish.ts'
import type { ComposedMail, MailInput } from './mail-input.ts'
import { manageLabel, voiceOf, whenBlock } from './voice.ts'

/** The meeting is booked. */
export function composeInvitation(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { texts, colleagues, names } = voiceOf(facts)
  const isColleague = partOf(facts) === 'colleague'
  const words = { ...texts.invitation[facts.recipient.role], ...(isColleague ? colleagues.invitation : {}) }
  const blocks: Block[] = [
    { kind: 'text', text: fill(words.intro, names) },
    whenBlock(facts, facts.version),
    { kind: 'action', label: words.action, href: links.room },
    ...hints(input),
    ...(isColleague ? wayOut(input) : [{ kind: 'links', links: [{ label: manageLabel(facts), href: links.manage }] } as const]),
    ...aboutTheOther(facts),
    ...agendaSection(facts),
  ]
  return finish(input, { ...words, preview: words.intro, blocks, ics: calendarEntry('REQUEST', input) })
}

/** Nobody asked whoever was brought along, so the way out stands in the first mail. */
function wayOut({ facts, links }: MailInput): Block[] {
  const { colleagues: { invitation }, names } = voiceOf(facts)
  return [
    { kind: 'text', text: fill(invitation.outTitle, names) },
    { kind: 'links', links: [{ label: invitation.out, href: `${links.manage}#leave` }] },
  ]
}

function hints({ facts }: MailInput): Block[] {
  if (facts.recipient.role === 'host') return []
  const { actionHint, calendar } = voiceOf(facts).texts.invitation.guest
  return [{ kind: 'text', text: `${actionHint} ${calendar}` }]
}
