import { colleaguesIn } from '#app/domain/booking/colleagues/colleague.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import type { CalendarParty } from '#app/domain/calendar/icalendar.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { telHref } from '#app/kernel/text.ts'
import type { Block, Row } from '../document/document.ts'

type Section = Extract<Block, { kind: 'rows' | 'list' | 'quote' }>

/** Who sits on the other side: for the guest the host, for the host all that the guest told when booking. */
export function aboutTheOther(facts: MailFacts): Section[] {
  return facts.recipient.role === 'guest' ? aboutHost(facts) : aboutGuest(facts)
}

/** Whom a reply by mail is for, where no calendar expects one. */
export function theOther({ recipient, host, guest }: MailFacts): CalendarParty {
  const { name, email } = recipient.role === 'guest' ? host : guest
  return { name, address: email }
}

/** The agenda as it stands now; nothing while it is empty. */
export function agendaSection({ agenda, recipient }: MailFacts): Section[] {
  const { agenda: texts } = messages(recipient.locale).mail
  if (agenda.items.length === 0) return []
  const items = agenda.items.map(({ title, minutes }) => ({ text: title, note: fill(texts.minutes, { minutes }) }))
  return [{ kind: 'list', title: texts.title, items, more: null }]
}

function aboutHost({ kind, host, recipient }: MailFacts): Section[] {
  const { people } = messages(recipient.locale).mail
  const rows = [{ label: people.name, value: [host.name, host.title].filter(Boolean).join(', ') }, mailRow(people.email, host.email)]
  const title = kind === 'cancellation' ? people.contact : people.meetHost
  return [{ kind: 'rows', title, rows: host.phone ? [...rows, phoneRow(people.phone, host.phone)] : rows }]
}

function aboutGuest(facts: MailFacts): Section[] {
  const { guest, booking, recipient } = facts
  const { mail: { people }, colleagues } = messages(recipient.locale)
  const also = colleaguesIn(facts.seats, guest.seatId).map(({ name, email }) => ({ ...mailRow(colleagues.mail.also, email), value: `${name}, ${email}` }))
  const rows = [...personRows(guest, booking, recipient.locale), ...also]
  const about: Section = { kind: 'rows', title: fill(people.meetGuest, { name: guest.name }), rows }
  if (!booking.message) return [about]
  return [about, { kind: 'quote', title: fill(people.message, { name: guest.name }), text: booking.message }]
}

type Asker = Pick<MailFacts['guest'], 'name' | 'email' | 'companyName' | 'phone'>

/** Who asks, and what for, in the reader's language. */
export function personRows(who: Asker, why: Pick<MailFacts['booking'], 'diagnosis' | 'diagnosisText'>, locale: Locale): Row[] {
  const { people, diagnosis } = messages(locale).mail
  return [
    { label: people.name, value: who.name },
    ...(who.companyName ? [{ label: people.company, value: who.companyName }] : []),
    mailRow(people.email, who.email),
    who.phone ? phoneRow(people.phone, who.phone) : { label: people.phone, value: people.noPhone },
    { label: people.diagnosis, value: diagnosis[why.diagnosis] },
    ...(why.diagnosisText ? [{ label: people.diagnosisText, value: why.diagnosisText }] : []),
  ]
}

function mailRow(label: string, address: string): Row {
  return { label, value: address, href: `mailto:${encodeURIComponent(address).replace('%40', '@')}` }
}

function phoneRow(label: string, phone: string): Row {
  return { label, value: phone, href: telHref(phone) }
}
