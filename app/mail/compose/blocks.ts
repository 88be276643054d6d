import { colleaguesIn } from '#app/domain/booking/colleagues/colleague.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Block, Row } from '../document/document.ts'

type Section = Extract<Block, { kind: 'rows' | 'list' | 'quote' }>

/** Who sits on the other side: for the guest the host, for the host all that the guest told when booking. */
export function aboutTheOther(facts: MailFacts): Section[] {
  return facts.recipient.role === 'guest' ? aboutHost(facts) : aboutGuest(facts)
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
  const rows = [{ label: people.name, value: `${host.name}, ${host.title}` }, mailRow(people.email, host.email)]
  const title = kind === 'cancellation' ? people.contact : people.meetHost
  return [{ kind: 'rows', title, rows: host.phone ? [...rows, phoneRow(people.phone, host.phone)] : rows }]
}

function aboutGuest(facts: MailFacts): Section[] {
  const { guest, booking, recipient } = facts
  const { mail: { people, diagnosis }, colleagues } = messages(recipient.locale)
  const also = colleaguesIn(facts.seats, guest.seatId).map(({ name, email }) => ({ ...mailRow(colleagues.mail.also, email), value: `${name}, ${email}` }))
  const rows = [
    { label: people.name, value: guest.name },
    ...(guest.companyName ? [{ label: people.company, value: guest.companyName }] : []),
    mailRow(people.email, guest.email),
    guest.phone ? phoneRow(people.phone, guest.phone) : { label: people.phone, value: people.noPhone },
    { label: people.diagnosis, value: diagnosis[booking.diagnosis] },
    ...(booking.diagnosisText ? [{ label: people.diagnosisText, value: booking.diagnosisText }] : []),
    ...also,
  ]
  const about: Section = { kind: 'rows', title: fill(people.meetGuest, { name: guest.name }), rows }
  if (!booking.message) return [about]
  return [about, { kind: 'quote', title: fill(people.message, { name: guest.name }), text: booking.message }]
}

function mailRow(label: string, address: string): Row {
  return { label, value: address, href: `mailto:${encodeURIComponent(address).replace('%40', '@')}` }
}

function phoneRow(label: string, phone: string): Row {
  return { label, value: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` }
}
