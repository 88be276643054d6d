import { expect, test } from 'vitest'
import type { MailFacts, ReplyNews } from '#app/domain/booking/mail-facts.ts'
import { composeMail } from '#app/mail/compose/compose-mail.ts'
import { linksFor } from '#app/mail/links.server.ts'
import { readIcs } from '../../support/ics-bytes.ts'
import { mailInput, STARTS_AT } from '../mail-facts.ts'

const PROPOSED = STARTS_AT + 86_400_000
type Wanted = { kind: MailFacts['kind']; role: 'host' | 'guest'; reply: Partial<ReplyNews>; facts?: Partial<MailFacts>; locale?: 'da' | 'en' }

function compose({ kind, role, reply, facts = {}, locale = 'da' }: Wanted) {
  const version = {
    sequence: 2, stampedAt: STARTS_AT - 1_000_000, startsAt: STARTS_AT, endsAt: STARTS_AT + 1_800_000,
    reply: { kind: 'counter' as const, who: 'Søren Kjær', id: 'id', startsAt: PROPOSED, comment: null, ...reply },
  }
  const input = mailInput({ kind, role, locale, facts: { version, ...facts } })
  const links = { ...input.links, answer: 'https://meet.example.com/answer/id/key', offer: 'https://meet.example.com/desk/links' }
  return composeMail({ ...input, links })
}

test.each([
  ['accepted', 'at du kommer'], ['tentative', 'at du måske kommer'], ['declined', 'at du ikke kommer'], ['counter', 'torsdag 26. november kl. 10.00'],
] as const)('whoever is asked whether %s was theirs reads what it was, and gets one link and no calendar', (kind, words) => {
  const { text, ics, subject } = compose({ kind: 'unproven', role: 'guest', reply: { kind, startsAt: kind === 'counter' ? PROPOSED : null } })
  expect(subject).toMatch(/^Er det dit svar\?/)
  expect(text).toContain(words)
  expect(text.match(/https:\/\/meet\.example\.com\/answer\/id\/key/g)).toHaveLength(1)
  expect(ics).toBe(null)
})

test('a no is told with both ways on, and with what was written', () => {
  const { text, html, replyTo } = compose({ kind: 'calendar-no', role: 'host', reply: { kind: 'declined', startsAt: null, comment: 'Syg & <træt>' } })
  expect(text).toContain('https://meet.example.com/desk/links')
  expect(text).toContain('https://meet.example.com/host/manage#cancel')
  expect(text).toContain('Syg & <træt>')
  expect(html).not.toContain('<træt>')
  expect(replyTo?.name).toBe('Søren Kjær')
})

test.each([['free', 'Tiden er ledig'], ['slot-taken', 'Du er optaget på den tid'], ['slot-closed', 'Uden for dine ledige tider']] as const)(
  'a proposed time is told with the one that holds, and that it is %s', (counterTime, words) => {
    const { text, subject } = compose({ kind: 'counter', role: 'host', reply: {}, facts: { counterTime } })
    expect(subject).toBe('Søren Kjær foreslår torsdag 26. november kl. 10.00')
    expect(text).toContain(words)
    expect(text).toContain('Nu: Onsdag den 25. november 2026')
    expect(text).toContain('https://meet.example.com/host/manage#counter')
  },
)

test('the no to it is a DECLINECOUNTER of the version that holds, without an alarm', () => {
  const { ics, text } = compose({ kind: 'counter-declined', role: 'guest', reply: {} })
  const properties = readIcs(ics?.content ?? '')
  const value = (name: string) => properties.find((property) => property.name === name)?.value
  expect([ics?.method, value('METHOD'), value('SEQUENCE'), value('UID'), value('DTSTART'), value('COMMENT')])
    .toEqual(['DECLINECOUNTER', 'DECLINECOUNTER', '2', 'uid-1', undefined, undefined])
  expect(ics?.content).not.toContain('VALARM')
  expect(ics?.content).not.toContain('RSVP')
  expect(text).toContain('kan desværre ikke mødes torsdag 26. november kl. 10.00')
})

test.each(['host', 'guest'] as const)('the %s gets the link by which an answer becomes theirs, which nobody can guess', (role) => {
  const { facts } = mailInput({ kind: 'unproven', role })
  const reply = { kind: 'declined' as const, who: '', id: 'b1a55e00-0000-4000-8000-00000000000a', startsAt: null, comment: null }
  const { answer } = linksFor({ ...facts, version: { ...facts.version, reply } })
  expect(answer).toMatch(/\/answer\/b1a55e00-0000-4000-8000-00000000000a\/[\w-]{43}$/)
  expect(linksFor(facts).answer).toBeUndefined()
})

test('in English nothing is left in Danish', () => {
  const { text, subject } = compose({ kind: 'counter', role: 'host', reply: {}, locale: 'en', facts: { counterTime: 'free' } })
  expect(subject).toBe('Søren Kjær proposes Thursday 26 November at 10:00')
  expect(text).toContain('The time is free')
})
