import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { momentText } from '#app/i18n/moment-text.ts'
import type { FreedFacts } from '#app/domain/booking/watch/freed-facts.ts'
import { clockText, longDayText } from '#app/kernel/time.ts'
import { drawMail } from './finish.ts'
import type { ComposedMail } from './mail-input.ts'
import { zoneText } from './voice.ts'

/** A time that somebody watched is free: one mail to one who has no seat, with a link that shows the time and reserves nothing. */
export function composeFreed(facts: FreedFacts, links: { time: string; stop: string }): ComposedMail {
  const { locale, timeZone: zone, startsAt, endsAt, title } = facts
  const { mail: texts, common } = messages(locale)
  const { subject, intro, action, reason, title: heading } = texts.freed
  const moment = momentText(startsAt, zone, locale)
  const clock = `${clockText(startsAt, zone, locale)}–${clockText(endsAt, zone, locale)}`
  const document = {
    locale, preview: intro, title: heading,
    foot: { sender: common.productName, reason, stop: { label: texts.stopNews.link, href: links.stop } },
    blocks: [
      { kind: 'text', text: intro },
      {
        kind: 'when', label: title, day: capitalised(longDayText(startsAt, zone, locale)), clock,
        notes: [zoneText(startsAt, zone, locale)], isOff: false,
      },
      { kind: 'action', label: action, href: links.time },
    ],
  } as const
  return drawMail(document, { subject: fill(subject, { title, moment }), ics: null, replyTo: null })
}
