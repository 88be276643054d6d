import type { ConfirmFacts } from '#app/domain/booking/unconfirmed/confirm-facts.ts'
import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { momentText } from '#app/i18n/moment-text.ts'
import { clockText, longDayText } from '#app/kernel/time.ts'
import { drawMail } from '../finish.ts'
import type { ComposedMail } from '../mail-input.ts'
import { zoneText } from '../voice.ts'

/** A booking waits for the link in this mail. The page behind it has one button, so opening the link books nothing. */
export function composeConfirm(facts: ConfirmFacts, link: string): ComposedMail {
  const { locale, timeZone: zone, name, host, title, startsAt, endsAt, expiresAt, isHeld } = facts
  const { reservation, common } = messages(locale)
  const texts = reservation.confirm.mail
  const moment = momentText(startsAt, zone, locale)
  const words = { name, host, moment, until: clockText(expiresAt, zone, locale) }
  const document = {
    locale, preview: fill(texts.intro, words), title: texts.title, foot: { sender: common.productName, reason: fill(texts.reason, words) },
    blocks: [
      { kind: 'text', text: fill(texts.intro, words) },
      {
        kind: 'when', label: title, day: capitalised(longDayText(startsAt, zone, locale)),
        clock: `${clockText(startsAt, zone, locale)}–${clockText(endsAt, zone, locale)}`, notes: [zoneText(startsAt, zone, locale)], isOff: false,
      },
      { kind: 'action', label: texts.action, href: link },
      { kind: 'text', text: fill(isHeld ? texts.held : texts.loose, words) },
    ],
  } as const
  return drawMail(document, { subject: fill(texts.subject, words), ics: null, replyTo: null })
}
