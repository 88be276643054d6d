import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { partOf, type MailFacts } from '#app/domain/booking/mail-facts.ts'
import { placeName } from '#app/i18n/place-name.ts'
import { momentText } from '#app/i18n/moment-text.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { clockText, dayText, isoDate, longDayText, offsetText, zoneOffsetMs } from '#app/kernel/time.ts'
import type { Block } from '../document/document.ts'

type When = Extract<Block, { kind: 'when' }>
type Times = { startsAt: number; endsAt: number }
type Voice = { texts: Messages['mail']; colleagues: Messages['colleagues']['mail']; sender: string; names: Record<string, string> }

/** Texts of the recipient's language, and the values that stand in them. */
export function voiceOf(facts: MailFacts): Voice {
  const { recipient, guest, host, meeting, version, approval } = facts
  const { mail: texts, colleagues: { mail: colleagues }, common } = messages(recipient.locale)
  const { name } = guest
  const names = {
    name: firstName(recipient.name), host: host.name, guest: withCompany(name, facts), booker: name, title: meeting.title, who: version.who?.name ?? '',
    moment: sayMoment(recipient, version.startsAt), deadline: approval.answerBy === null ? '' : sayMoment(recipient, approval.answerBy),
    day: dayText(version.startsAt, recipient.timeZone, recipient.locale),
  }
  return { texts, colleagues, sender: common.productName, names }
}

/** Somebody of the guest's side, or several, with where they come from if that is known. */
export function withCompany(name: string, { guest: { companyName: company }, recipient }: MailFacts): string {
  return company ? fill(messages(recipient.locale).mail.guestWithCompany, { name, company }) : name
}

/** What the link to the recipient's own page is called. */
export function manageLabel(facts: MailFacts): string {
  const { texts, colleagues } = voiceOf(facts)
  const part = partOf(facts)
  return part === 'colleague' ? colleagues.manage : texts.invitation[part].manage
}

/** Why the recipient gets a mail about this meeting. */
export function footReason(facts: MailFacts): string {
  const { texts, colleagues, names } = voiceOf(facts)
  const part = partOf(facts)
  if (facts.kind === 'removal') return colleagues.footGone
  return fill(part === 'colleague' ? colleagues.foot : texts.foot[part], names)
}

/** The time on the recipient's clock, and on the other's where that shows something else. */
export function whenBlock(facts: MailFacts, { startsAt, endsAt }: Times, how: { label?: string; isOff?: boolean } = {}): When {
  const { recipient, host, guest } = facts
  const { texts } = voiceOf(facts)
  const other = recipient.role === 'guest' ? host : guest
  const isSameClock = zoneOffsetMs(startsAt, recipient.timeZone) === zoneOffsetMs(startsAt, other.timeZone)
  const zone = sayZone(facts, startsAt, recipient.timeZone)
  const there = sayThere(facts, { startsAt, endsAt }, other.timeZone)
  return {
    kind: 'when',
    label: how.label ?? null,
    day: capitalised(longDayText(startsAt, recipient.timeZone, recipient.locale)),
    clock: sayClock(facts, { startsAt, endsAt }, recipient.timeZone),
    notes: isSameClock ? [zone] : [zone, fill(texts.whenAt, { name: other.name, when: there })],
    isOff: how.isOff ?? false,
  }
}

/** `Mette` of `Mette Holm`; a name that begins with a title or an initial stays whole. */
export function firstName(name: string): string {
  const [first = name] = name.trim().split(/\s+/)
  return first.length < 2 || first.endsWith('.') ? name : first
}

/** `onsdag den 25. november kl. 10.00`, on the reader's clock. */
export function sayMoment({ locale, timeZone }: Pick<Seat, 'locale' | 'timeZone'>, at: number): string {
  return momentText(at, timeZone, locale)
}

function sayThere(facts: MailFacts, times: Times, zone: string): string {
  const { recipient } = facts
  const { texts } = voiceOf(facts)
  const isSameDay = isoDate(times.startsAt, zone) === isoDate(times.startsAt, recipient.timeZone)
  return fill(isSameDay ? texts.when : texts.whenOnDay, {
    day: dayText(times.startsAt, zone, recipient.locale),
    clock: sayClock(facts, times, zone),
    zone: sayZone(facts, times.startsAt, zone),
  })
}

function sayClock({ recipient }: MailFacts, { startsAt, endsAt }: Times, zone: string): string {
  return `${clockText(startsAt, zone, recipient.locale)}–${clockText(endsAt, zone, recipient.locale)}`
}

function sayZone({ recipient }: MailFacts, at: number, zone: string): string {
  return zoneText(at, zone, recipient.locale)
}

/** `dansk tid`, or the city whose clock it is. */
export function zoneText(at: number, zone: string, locale: Locale): string {
  const { zone: texts } = messages(locale).mail
  return zone === 'Europe/Copenhagen' ? texts.danish : fill(texts.other, { city: placeName(zone, locale), offset: offsetText(at, zone) })
}
