import { partOf } from '#app/domain/booking/mail-facts.ts'
import { fill } from '#app/i18n/fill.ts'
import { aboutTheOther, agendaSection, theOther } from '../blocks.ts'
import { finish } from '../finish.ts'
import type { ComposedMail, MailInput } from '../mail-input.ts'
import { manageLabel, voiceOf, whenBlock, zoneText } from '../voice.ts'

/** The meeting is near: one press says whether the reader comes. Calendars hold the entry already. */
export function composeReminder(input: MailInput): ComposedMail {
  const { facts, links } = input
  const { texts: { reminder: words }, names } = voiceOf(facts)
  const intro = partOf(facts) === 'colleague' ? words.introColleague : words.intro
  return finish(input, {
    subject: words.subject, title: words.title, preview: intro, ics: null, replyTo: theOther(facts),
    blocks: [
      { kind: 'text', text: fill(intro, names) },
      whenBlock(facts, facts.version),
      { kind: 'action', label: words.action, href: links.coming },
      { kind: 'links', links: [
        { label: words.room, href: links.room }, { label: words.check, href: links.check },
        { label: manageLabel(facts), href: links.manage },
      ] },
      ...aboutTheOther(facts),
      ...agendaSection(facts),
    ],
  })
}

/** The same for a telephone, short enough for one message of two parts. */
export function composeShortReminder({ facts, links }: MailInput): string {
  const { texts: { reminder }, names } = voiceOf(facts)
  const { timeZone, locale } = facts.recipient
  return fill(reminder.short, { ...names, zone: zoneText(facts.version.startsAt, timeZone, locale), link: links.coming })
}
