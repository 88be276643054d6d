import { expect, test } from 'vitest'
import { BOOKING_BOUNDS, readBookingForm } from '#app/domain/booking/input.ts'
import { newId } from '#app/kernel/ids.ts'

const KEY = newId()
const GOOD = {
  name: 'Søren Kjær', email: 'soren@example.com', company: 'Nordlys', phone: '', diagnosis: 'more-courses', diagnosisText: '', message: '',
  start: '2026-11-26T09:00:00Z', zone: 'America/New_York', idempotencyKey: KEY,
}

function read(given: Partial<Record<keyof typeof GOOD | 'website', string>> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...GOOD, ...given })) form.set(name, value)
  return readBookingForm(form, 'Europe/Copenhagen')
}

test('a good form is read as it is meant', () => {
  expect(read().answers).toMatchObject({ startsAt: Date.UTC(2026, 10, 26, 9), timeZone: 'America/New_York', phone: null, message: null, idempotencyKey: KEY })
})

test.each([
  ['name', ' \t ', 'nameMissing'], ['name', 'x'.repeat(121), 'tooLong'], ['email', '', 'emailMissing'], ['email', 'hej', 'emailBroken'],
  ['email', 'a@b', 'emailBroken'], ['email', 'a@b@c.dk', 'emailBroken'], ['company', '', 'companyMissing'], ['phone', 'ring', 'phoneBroken'],
  ['diagnosis', 'hack', 'diagnosisMissing'], ['message', 'x'.repeat(2001), 'tooLong'],
] as const)('%s "%s" is a fault, and what was typed is kept', (field, value, fault) => {
  const form = read({ [field]: value })
  expect(form.faults[field]).toBe(fault)
  expect(form.answers).toBeNull()
  expect(form.typed[field]).toBe(value.trim())
})

test('something else asks for own words, and other answers drop them', () => {
  expect(read({ diagnosis: 'something-else' }).faults).toEqual({ diagnosisText: 'diagnosisTextMissing' })
  expect(read({ diagnosis: 'something-else', diagnosisText: 'Marked' }).answers?.diagnosisText).toBe('Marked')
  expect(read({ diagnosisText: 'Marked' }).answers?.diagnosisText).toBeNull()
})

test('line breaks can\'t get into a name, nor a NUL into a message', () => {
  const { typed } = read({ name: 'Søren\r\nBcc: x@y.dk', message: 'a\u0000b' })
  expect(typed).toMatchObject({ name: 'Søren Bcc: x@y.dk', message: 'ab' })
})

test('a time that can\'t be read gives no answers; a zone or key that can\'t be read gets another', () => {
  expect(read({ start: '2026-02-30T09:00:00Z' })).toMatchObject({ startsAt: null, answers: null, faults: {} })
  const form = read({ zone: 'Mars/Base', idempotencyKey: "'--" })
  expect(form.timeZone).toBe('Europe/Copenhagen')
  expect(form.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/)
})

test('a filled trap is seen', () => {
  expect([read().isLured, read({ website: 'http://x' }).isLured]).toEqual([false, true])
})

test('the browser is told the same bounds', () => {
  expect(BOOKING_BOUNDS.name).toEqual({ required: true, maxLength: 120 })
  expect(BOOKING_BOUNDS.message.required).toBeUndefined()
})
