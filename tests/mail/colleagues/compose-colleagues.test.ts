import { expect, test } from 'vitest'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { composeMail } from '#app/mail/compose/compose-mail.ts'
import type { MailInput } from '#app/mail/compose/mail-input.ts'
import { CAST } from '../../../db/seeds/cast.ts'
import { readIcs } from '../../support/ics-bytes.ts'
import { mailInput } from '../mail-facts.ts'

test('the first mail to a colleague says who added them, what for, and how to say no', () => {
  const { subject, text, html } = composeMail(toColleague('invitation'))
  expect(subject).toBe('Invitation: møde med Mette Holm onsdag 25. november kl. 10.00')
  for (const part of [text, html]) {
    expect(part).toContain('Søren Kjær, Nordlys Værktøj A/S har booket et møde med Mette Holm og skrevet dig på')
    expect(part).toContain('https://meet.example.com/guest/manage#leave')
    expect(part).toContain('https://meet.example.com/guest/room')
  }
  expect(text).not.toMatch(/Flyt eller aflys|otte sælgere/)
})

test('a colleague\'s own clock comes first, with the host\'s beside it', () => {
  expect(composeMail(toColleague('invitation', { timeZone: 'America/New_York', locale: 'en' })).text)
    .toContain('04:00–04:30\nNew York time (UTC-5)\nWhere Mette Holm is: 10:00–10:30, Danish time')
})

test('a colleague\'s entry names the host, who booked and the colleague, and nobody else who was brought along', () => {
  expect(attendees(toColleague('invitation'))).toEqual(['mette@example.com', 'soren.kjaer@example.com', 'amina@example.com'])
  expect(attendees(mailWith('update', 'guest'))).toEqual(['mette@example.com', 'soren.kjaer@example.com'])
})

test('the host\'s entry and mails name everybody', () => {
  const input = mailWith('update', 'host')
  expect(attendees(input)).toEqual(['mette@example.com', 'soren.kjaer@example.com', 'amina@example.com', 'bo@example.com'])
  expect(composeMail(input).text).toContain('Kommer også: Amina Yusuf, amina@example.com\nKommer også: Bo Lund, bo@example.com')
})

test('no colleague reads another\'s address anywhere', () => {
  for (const kind of ['invitation', 'update', 'cancellation', 'summary'] as const) {
    const { text, html, ics } = composeMail(toColleague(kind))
    expect(`${text}${html}${ics?.content ?? ''}`).not.toMatch(/bo@example\.com|Bo Lund/)
  }
})

test('whoever is removed gets one CANCEL that names nobody else and leaves the meeting its state (RFC 5546 §3.2.5)', () => {
  const input = toColleague('removal')
  const { ics, text } = composeMail(input)
  const names = readIcs(ics?.content ?? '').map(({ name }) => name)
  expect([ics?.method, attendees(input)]).toEqual(['CANCEL', ['amina@example.com']])
  expect(names).not.toContain('STATUS')
  expect(names).not.toContain('VALARM')
  expect(text).toContain('Din adresse er slettet hos os nu')
  expect(text).not.toContain('https://meet.example.com')
})

test('a meeting that is called off is off for a colleague too, who has nothing to book anew', () => {
  const { ics, text } = composeMail(toColleague('cancellation'))
  expect(ics?.content).toContain('STATUS:CANCELLED')
  expect(text).not.toContain('/book/intro')
})

test.each([[true, 'Amina Yusuf kommer også'], [false, 'Amina Yusuf kommer ikke alligevel']])('the host is told who comes: %s', (isComing, words) => {
  const input = mailWith('people', 'host', { version: { ...mailInput().facts.version, sequence: 2, who: { name: 'Amina Yusuf', isComing } } })
  const { subject, text, ics } = composeMail(input)
  expect([subject.startsWith(words), text.includes(words), ics?.method]).toEqual([true, true, 'REQUEST'])
  expect(ics?.content).toContain('SEQUENCE:2')
})

test('the one who booked is told of a colleague\'s no, and nothing goes to their calendar', () => {
  const who = { name: 'Amina Yusuf', isComing: false }
  const { subject, text, ics, replyTo } = composeMail(mailWith('people', 'guest', { version: { ...mailInput().facts.version, sequence: 2, who } }))
  expect([subject, ics, replyTo?.address]).toEqual(['Amina Yusuf kommer ikke: møde med Mette Holm onsdag 25. november kl. 10.00', null, 'mette@example.com'])
  expect(text).toContain('Hej Søren. Amina Yusuf har meldt fra til dit møde med Mette Holm. Mødet står ved magt')
  expect(text).toContain('https://meet.example.com/guest/manage')
})

function toColleague(kind: MailFacts['kind'], changed: Partial<Seat> = {}): MailInput {
  const input = mailWith(kind, 'guest')
  const recipient = { ...colleague(input, CAST.amina.name, CAST.amina.email), ...changed }
  const seats = input.facts.seats.filter(({ email }) => email !== recipient.email)
  return { ...input, facts: { ...input.facts, recipient, seats: kind === 'removal' ? seats : [...seats, recipient] } }
}

/** Søren brings Amina and Bo. */
function mailWith(kind: MailFacts['kind'], role: 'guest' | 'host', facts: Partial<MailFacts> = {}): MailInput {
  const input = mailInput({ kind, role })
  const brought = [colleague(input, CAST.amina.name, CAST.amina.email), colleague(input, 'Bo Lund', 'bo@example.com')]
  return { ...input, facts: { ...input.facts, seats: [...input.facts.seats, ...brought], ...facts } }
}

function colleague({ facts }: MailInput, name: string, email: string): Seat {
  const [host] = facts.seats
  if (!host) throw new Error('a meeting has its host')
  return { ...host, id: email, role: 'guest', name, email }
}

function attendees(input: MailInput): string[] {
  const lines = readIcs(composeMail(input).ics?.content ?? '')
  return lines.filter(({ name }) => name === 'ATTENDEE').map(({ value }) => value.replace('mailto:', ''))
}
