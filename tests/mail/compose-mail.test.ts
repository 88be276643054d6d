import fc from 'fast-check'
import { expect, test } from 'vitest'
import { composeMail } from '#app/mail/compose/compose-mail.ts'
import { icsByteFaults, readIcs, readText } from '../support/ics-bytes.ts'
import { hardText } from '../support/ics-texts.ts'
import { entry, item, mailInput, STARTS_AT } from './mail-facts.ts'

const NEW_YORK = { timeZone: 'America/New_York' }

function ics(mail: ReturnType<typeof composeMail>) {
  const lines = readIcs(mail.ics?.content ?? '')
  return (name: string) => readText(lines.find((line) => line.name === name)?.value ?? '')
}

test('the guest is invited with the time, the zone, the way in, the way out and who they meet', () => {
  const mail = composeMail(mailInput())
  expect(mail.subject).toBe('Aftalt: møde med Mette Holm onsdag 25. november kl. 10.00')
  for (const part of [mail.text, mail.html]) {
    for (const words of [
      'Hej Søren.', 'Onsdag den 25. november 2026', '10.00–10.30', 'dansk tid', 'https://meet.example.com/guest/room',
      'https://meet.example.com/guest/manage', 'Mette Holm, Salgsrådgiver', 'mette@example.com', '+45 20 00 00 01', 'Velkommen',
    ]) expect(part).toContain(words)
  }
})

test('the host is told who comes, from where, why, and how to reach them', () => {
  const mail = composeMail(mailInput({ role: 'host' }))
  expect(mail.subject).toBe('Nyt møde onsdag 25. november kl. 10.00: Søren Kjær, Nordlys Værktøj A/S')
  for (const part of [mail.text, mail.html]) {
    for (const words of [
      'Søren Kjær', 'Nordlys Værktøj A/S', 'soren.kjaer@example.com', '+45 20 00 00 02', 'fra teori til praksis',
      'Vi er otte sælgere.', 'https://meet.example.com/host/room', 'https://meet.example.com/host/manage',
    ]) expect(part).toContain(words)
  }
})

test('a guest gets nothing of what is the host’s, and the other way round', () => {
  expect(composeMail(mailInput()).text).not.toMatch(/meet\.example\.com\/host|otte sælgere|20 00 00 02/)
  expect(composeMail(mailInput({ role: 'host' })).text).not.toMatch(/meet\.example\.com\/guest/)
})

test('a phone that was not given is said to be missing to the host', () => {
  expect(composeMail(mailInput({ role: 'host', guest: { phone: null } })).text).toContain('Telefon: ikke oplyst')
})

test('the same mail in English, in English', () => {
  const mail = composeMail(mailInput({ locale: 'en' }))
  expect(mail.subject).toBe('Booked: meeting with Mette Holm, Wednesday 25 November at 10:00')
  expect(mail.html).toContain('<html lang="en">')
  expect(mail.text).toContain('10:00–10:30\nDanish time')
})

test('a guest elsewhere reads their own clock first and the host’s beside it', () => {
  const mail = composeMail(mailInput({ guest: NEW_YORK }))
  expect(mail.subject).toContain('kl. 04.00')
  expect(mail.text).toContain('04.00–04.30\nNew York-tid (UTC-5)\nHos Mette Holm: 10.00–10.30, dansk tid')
})

test('the host reads the guest’s clock beside the own', () => {
  expect(composeMail(mailInput({ role: 'host', guest: NEW_YORK })).text)
    .toContain('10.00–10.30\ndansk tid\nHos Søren Kjær: 04.00–04.30, New York-tid (UTC-5)')
})

test('another zone with the same clock is not mentioned twice', () => {
  expect(composeMail(mailInput({ role: 'host', guest: { timeZone: 'Europe/Stockholm' } })).text).not.toContain('Hos Søren Kjær')
})

test('a clock that shows another day says so', () => {
  const startsAt = Date.UTC(2026, 10, 25, 2)
  const version = { ...mailInput().facts.version, startsAt, endsAt: startsAt + 1_800_000 }
  expect(composeMail(mailInput({ guest: NEW_YORK, facts: { version } })).text)
    .toContain('Tirsdag den 24. november 2026\n21.00–21.30\nNew York-tid (UTC-5)\nHos Mette Holm: onsdag 25. november 03.00–03.30, dansk tid')
})

test('an update says the new time and the old, and that the link stays', () => {
  const version = { ...mailInput().facts.version, sequence: 1, previousStartsAt: STARTS_AT - 23 * 3_600_000 }
  const mail = composeMail(mailInput({ kind: 'update', facts: { version } }))
  expect(mail.subject).toBe('Flyttet: møde med Mette Holm, nu onsdag 25. november kl. 10.00')
  expect(mail.text).toContain('Ny tid\nOnsdag den 25. november 2026\n10.00–10.30')
  expect(mail.text).toContain('Før: Tirsdag den 24. november 2026, 11.00–11.30, dansk tid')
  expect(mail.html).toContain('<s>Før: Tirsdag den 24. november 2026, 11.00–11.30, dansk tid</s>')
  expect(ics(mail)('SEQUENCE')).toBe('1')
  expect(mail.ics?.method).toBe('REQUEST')
})

test('a cancellation takes the entry back and shows the guest the way to another time', () => {
  const version = { ...mailInput().facts.version, sequence: 1 }
  const mail = composeMail(mailInput({ kind: 'cancellation', facts: { version } }))
  expect(mail.subject).toBe('Aflyst: møde med Mette Holm onsdag 25. november kl. 10.00')
  expect(mail.text).toContain('https://meet.example.com/book/intro')
  expect(mail.html).toContain('<s>10.00–10.30</s>')
  expect(mail.ics?.method).toBe('CANCEL')
  expect(ics(mail)('METHOD')).toBe('CANCEL')
  expect(ics(mail)('STATUS')).toBe('CANCELLED')
  expect(composeMail(mailInput({ kind: 'cancellation', role: 'host' })).text).toContain('Tiden er fri igen.')
})

test('a summary has decisions, next steps with owner and day, notes, and the way to the next meeting', () => {
  const agenda = {
    ...mailInput().facts.agenda,
    entries: [
      entry('note', 'En linje\nog en til'), entry('decision', 'Vi begynder i det små'),
      entry('next-step', 'Send optagelser', { owner: 'Søren', due: '2026-12-02' }), entry('next-step', 'Ring', { due: '2026-12-03' }),
    ],
  }
  const mail = composeMail(mailInput({ kind: 'summary', facts: { agenda } }))
  expect(mail.text).toContain([
    'Beslutninger\n1. Vi begynder i det små', 'Næste skridt\n1. Send optagelser (Søren, senest onsdag 2. december)\n2. Ring (senest torsdag 3. december)',
    'Noter\n1. En linje\nog en til',
  ].join('\n\n'))
  expect(mail.html).toContain('En linje<br>og en til')
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain('https://meet.example.com/book/intro')
    expect(part).toContain('https://meet.example.com/guest/summary')
  }
  expect(mail.ics).toBeNull()
})

test('a summary tells what was asked and how many gave each answer, point by point, and never who', () => {
  const poll = {
    id: 'poll', itemId: 'Velkommen', question: 'Januar & februar?', answers: [{ id: 'yes', text: 'Ja' }, { id: 'no', text: 'Nej' }],
    votes: { 'seat-guest': 'yes', 'seat-host': 'yes' }, isClosed: false, at: 0,
  }
  const agenda = { ...mailInput().facts.agenda, polls: [poll] }
  const mail = composeMail(mailInput({ kind: 'summary', facts: { agenda } }))
  expect(mail.text).toContain('Afstemninger\n1. Januar & februar? (Velkommen · 2 har svaret, ikke lukket)\n   - Ja: 2\n   - Nej: 0\n')
  expect(mail.html).toMatch(/Januar &#38; februar\?.*Velkommen · 2 har svaret, ikke lukket.*<li>Ja: 2<\/li><li>Nej: 0<\/li>/s)
  expect(mail.text, 'a poll is something').not.toContain('Der blev ikke skrevet noget ned undervejs.')
  for (const part of [mail.text, mail.html]) expect(part).not.toContain('seat-guest')
  const english = composeMail(mailInput({ kind: 'summary', locale: 'en', role: 'host', facts: { agenda } }))
  expect(english.text).toContain('Polls\n1. Januar & februar? (Velkommen · 2 have answered, not closed)')
})

test('a summary tells what was written in the chat, by whom, and names the files', () => {
  const one = { seatId: 'a', role: 'guest' as const, itemId: null, at: 0 }
  const said = [
    { ...one, id: '1', number: 1, name: 'Søren Kjær', text: 'Nummeret er <12 34>', file: null },
    { ...one, id: '2', number: 2, name: 'Mette Holm', text: '', file: { name: 'Tilbud.pdf', type: 'application/pdf', bytes: 1 } },
  ]
  const mail = composeMail(mailInput({ kind: 'summary', facts: { said } }))
  for (const words of ['Skrevet undervejs', 'Nummeret er <12 34>', 'Søren Kjær', 'Tilbud.pdf']) expect(mail.text).toContain(words)
  expect(mail.html).toContain('Nummeret er &#60;12 34&#62;')
  expect(mail.text).not.toContain('Der blev ikke skrevet noget ned undervejs.')
})

test('a summary names what was prepared, and whose it is', () => {
  const files = [
    { id: 'document', name: 'Vaner.pdf', type: 'application/pdf', bytes: 1, addedBy: null },
    { id: 'own', name: 'Tal.pdf', type: 'application/pdf', bytes: 1, addedBy: { seatId: 'guest', name: 'Søren Kjær' } },
  ]
  const agenda = { ...mailInput().facts.agenda, items: [{ ...item('Velkommen', 5), documentId: 'document' }] }
  const mail = composeMail(mailInput({ kind: 'summary', facts: { files, agenda } }))
  for (const words of ['Filer til mødet', 'Vaner.pdf (Hører til ”Velkommen”)', 'Tal.pdf (Fra Søren Kjær)']) expect(mail.text).toContain(words)
  expect(mail.html).toContain('Vaner.pdf')
})

test('a reply to a summary goes to the other, a reply to an invitation to the organizer', () => {
  expect(composeMail(mailInput({ kind: 'summary' })).replyTo).toEqual({ name: 'Mette Holm', address: 'mette@example.com' })
  expect(composeMail(mailInput({ kind: 'summary', role: 'host' })).replyTo?.address).toBe('soren.kjaer@example.com')
  expect(composeMail(mailInput()).replyTo).toBeNull()
})

test('a meeting without a written word still gets its summary', () => {
  expect(composeMail(mailInput({ kind: 'summary' })).text).toContain('Der blev ikke skrevet noget ned undervejs.')
})

test('a day that does not exist is shown as it was typed', () => {
  const agenda = { ...mailInput().facts.agenda, entries: [entry('next-step', 'Ring', { owner: 'Søren', due: '2026-13-45' })] }
  expect(composeMail(mailInput({ kind: 'summary', facts: { agenda } })).text).toContain('(Søren, senest 2026-13-45)')
})

test('a very long summary stays readable mail and counts what it leaves to the page', () => {
  const entries = Array.from({ length: 600 }, (_none, index) => entry('note', `${index} ${'x'.repeat(3_990)}`))
  const mail = composeMail(mailInput({ kind: 'summary', facts: { agenda: { ...mailInput().facts.agenda, entries } } }))
  expect(mail.html.length).toBeLessThan(100_000)
  expect(mail.text).toContain('og 598 mere')
})

test('the calendar entry is the recipient’s own, under one UID, organizer and list of people', () => {
  const guest = composeMail(mailInput())
  const host = composeMail(mailInput({ role: 'host', locale: 'en' }))
  expect(ics(guest)('SUMMARY')).toBe('Et første møde med Mette Holm')
  expect(ics(host)('SUMMARY')).toBe('Et første møde: Søren Kjær, Nordlys Værktøj A/S')
  expect(ics(guest)('LOCATION')).toBe('https://meet.example.com/guest/room')
  expect(ics(host)('LOCATION')).toBe('https://meet.example.com/host/room')
  expect(ics(guest)('DESCRIPTION').split('\n')[0]).toBe('https://meet.example.com/guest/room')
  expect(ics(guest)('DESCRIPTION')).toContain('10.00–10.30\ndansk tid')
  expect(ics(guest)('DESCRIPTION')).toContain('https://meet.example.com/guest/manage')
  const people = (mail: typeof guest) => readIcs(mail.ics?.content ?? '').filter(({ name }) => ['UID', 'ORGANIZER', 'ATTENDEE'].includes(name))
  expect(people(guest)).toEqual(people(host))
})

test('text and HTML say the same words in the same order', () => {
  const words = (text: string) => text.replace(/\s+/g, ' ').trim()
  for (const kind of ['invitation', 'update', 'cancellation', 'summary'] as const) {
    for (const role of ['guest', 'host'] as const) {
      const agenda = { ...mailInput().facts.agenda, entries: [entry('decision', 'Ja'), entry('next-step', 'Ring', { owner: 'Søren' })] }
      const mail = composeMail(mailInput({ kind, role, facts: { agenda } }))
      const body = mail.html.slice(mail.html.indexOf('<h1'))
        .replace(/<a [^>]*href="(https:[^"]*)"[^>]*>(.*?)<\/a>/g, '$2: $1').replace(/<[^>]+>/g, ' ')
      const bare = (text: string) => words(text.replace(/(^|\s)(\d+\.|>|--|Fremmøde)(?=\s)/g, ' ').replace(/[():]/g, ' '))
      expect(bare(body)).toBe(bare(mail.text))
    }
  }
})

test('whatever people are called and write, the HTML has only our own elements and links, and the calendar is sound', () => {
  const skeleton = (html: string) => (html.match(/<\/?[a-z][^>]*>/gi) ?? []).filter((tag) => tag !== '<br>').map((tag) => tag.replace(/ href="(mailto|tel):[^"]*"/, ''))
  const plain = (role: 'guest' | 'host') => skeleton(composeMail(mailInput({ role })).html)
  fc.assert(fc.property(hardText, fc.constantFrom('guest', 'host'), (hard, role) => {
    const name = `Å<script>alert(1)</script>"'${hard}`
    const mail = composeMail(mailInput({
      role, guest: { name, companyName: name },
      facts: { booking: { diagnosis: 'something-else', diagnosisText: null, message: name }, agenda: { ...mailInput().facts.agenda, items: [item(name, 5)] } },
    }))
    expect(skeleton(mail.html)).toEqual(plain(role))
    expect(mail.subject).not.toMatch(/[\r\n]/)
    expect(icsByteFaults(new TextEncoder().encode(mail.ics?.content))).toEqual([])
  }), { numRuns: 150 })
})

test('the HTML loads nothing and runs nothing', () => {
  const { html } = composeMail(mailInput({ role: 'host' }))
  expect(html).not.toMatch(/<(img|script|link|iframe|table|form|object)|url\(|@import|\son\w+=/i)
})
