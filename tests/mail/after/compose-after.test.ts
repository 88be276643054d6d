import { expect, test } from 'vitest'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import { composeMail } from '#app/mail/compose/compose-mail.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { entry, item, mailInput, STARTS_AT } from '../mail-facts.ts'

const STEP = entry('next-step', 'Optag to kundemøder', { owner: 'Søren', due: '2026-12-01' })
const agenda: MailFacts['agenda'] = { items: [{ ...item('Velkommen', 5), spentMs: 7 * MINUTE_MS }], entries: [STEP], currentItemId: null, currentSince: null }
const NEXT = { startsAt: STARTS_AT + 7 * DAY_MS, endsAt: STARTS_AT + 7 * DAY_MS + 30 * MINUTE_MS }

type Given = Partial<MailFacts> & { step?: typeof STEP; stepDay?: string; role?: 'guest' | 'host' }

function compose(kind: MailFacts['kind'], { step = STEP, stepDay, role = 'guest', ...facts }: Given = {}) {
  const input = mailInput({ kind, role, facts: { agenda: { ...agenda, entries: [step] }, ...facts } })
  Object.assign(input.facts.version, { stepId: step.id, stepDay })
  return composeMail({ ...input, links: { ...input.links, step: 'https://meet.example.com/room/seat/summary#line-1' } })
}

test('the summary names the next meeting, and then asks nobody to book one', () => {
  for (const role of ['guest', 'host'] as const) {
    const mail = compose('summary', { role, next: NEXT })
    expect(mail.text).toMatch(/I mødes igen/i)
    expect(mail.text).toContain('2. december')
    expect(mail.text).not.toContain('/book/')
    expect(compose('summary', { role }).text).toContain('/book/')
    expect(mail.text).toContain(`${role}/summary`)
  }
})

test('it says how long each point was planned for and took', () => {
  expect(compose('summary').text).toContain('planlagt 5 min., brugt 7 min.'.replace('p', 'P'))
  expect(compose('summary', { agenda: { ...agenda, items: [item('Velkommen', 5)] } }).text).not.toContain('brugt')
})

test('a step that is due says what it is and whose, and leads to where it is said to be done', () => {
  const mail = compose('step-due')
  expect(mail.subject).toBe('I dag: Optag to kundemøder')
  expect(mail.text).toContain('at du gør det her')
  expect(mail.text).toContain('Hvem: Søren')
  expect(mail.text).toContain('https://meet.example.com/room/seat/summary#line-1')
  expect(mail.ics).toBeNull()
})

test('a step without a date, and one whose date is past, are spoken of as that', () => {
  const undated = compose('step-due', { step: entry('next-step', 'Optag to kundemøder', { owner: 'Søren' }) })
  expect([undated.subject, undated.text.includes('I satte ingen dato på'), undated.text.includes('i dag')]).toEqual(['Husk: Optag to kundemøder', true, false])
  const late = compose('step-due', { stepDay: '2026-12-02' })
  expect([late.subject, late.text.includes('at du gør det her senest tirsdag 1. december'), late.text.includes('i dag')])
    .toEqual(['Husk: Optag to kundemøder', true, false])
  expect(compose('step-due', { stepDay: '2026-12-01' }).subject).toBe('I dag: Optag to kundemøder')
})

test('where it is nobody\'s, it is both\'s', () => {
  const step = entry('next-step', 'Læs bogen', { due: '2026-12-01' })
  for (const role of ['guest', 'host'] as const) expect(compose('step-due', { step, role }).text).toContain('at det her er gjort')
})

test('a long step is cut in the subject and whole in the mail', () => {
  const text = 'ord '.repeat(100).trim()
  const mail = compose('step-due', { step: entry('next-step', text, { owner: 'Søren', due: '2026-12-01' }) })
  expect(mail.subject.length).toBeLessThan(100)
  expect(mail.text.replaceAll(/\s+/g, ' ')).toContain(text)
})
