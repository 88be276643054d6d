import type { EarlierFacts } from '#app/domain/booking/watch/earlier-facts.ts'
import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { momentText } from '#app/i18n/moment-text.ts'
import { clockText, longDayText } from '#app/kernel/time.ts'
import { drawMail } from '../finish.ts'
import type { ComposedMail } from '../mail-input.ts'
import { zoneText } from '../voice.ts'

/** Earlier times are free for somebody who waits for one: each a link to the page on which it can be taken. */
export function composeEarlier(facts: EarlierFacts, links: { moves: string[]; manage: string; stop: string }): ComposedMail {
  const { locale, timeZone: zone, host, startsAt, endsAt, earlier } = facts
  const { mail: { stopNews }, reservation, common } = messages(locale)
  const texts = reservation.earlier.mail
  const sayMoment = (at: number) => momentText(at, zone, locale)
  const isOne = earlier.length === 1
  const intro = fill(isOne ? texts.one : texts.many, { host })
  const first = earlier[0] === undefined ? '' : sayMoment(earlier[0])
  const document = {
    locale, preview: intro, title: isOne ? texts.titleOne : texts.titleMany, 
    foot: { sender: common.productName, reason: texts.reason, stop: { label: stopNews.link, href: links.stop } },
    blocks: [
      { kind: 'text', text: intro },
      { kind: 'links', links: earlier.map((at, index) => ({ label: capitalised(sayMoment(at)), href: links.moves[index] ?? links.manage })) },
      { kind: 'text', text: texts.first },
      {
        kind: 'when', label: texts.now, day: capitalised(longDayText(startsAt, zone, locale)),
        clock: `${clockText(startsAt, zone, locale)}–${clockText(endsAt, zone, locale)}`, notes: [zoneText(startsAt, zone, locale)], isOff: false,
      },
      { kind: 'links', links: [{ label: texts.stop, href: links.manage }] },
    ],
  } as const
  return drawMail(document, { subject: fill(texts.subject, { host, moment: first }), ics: null, replyTo: null })
}
