import { expect, test } from 'vitest'
import { readLink, typedLinkIn } from '#app/domain/booking/one-off/one-off-input.ts'
import { formOf } from '../../../support/routes.ts'

const NOW = Date.UTC(2026, 10, 25, 9)
const LENGTHS = [30, 60].map((durationMinutes) => ({ value: `t1.${durationMinutes}`, typeId: 't1', durationMinutes }))
const about = { choices: LENGTHS, timeZone: 'Europe/Copenhagen', now: NOW }
const GOOD = {
  name: ' Amina  Yusuf ', email: 'amina@example.com', company: 'Havnens Logistik', type: 't1.60', locale: 'en', expires: '2026-12-01',
  'date-1': '2026-11-30', 'time-1': '20', 'date-2': '2026-11-27', 'time-2': '7.30',
}

test('a good form is a link for one person, open to the end of its last day', () => {
  const { value, faults } = readLink(typedLinkIn(formOf(GOOD)), about)
  expect(faults).toEqual({})
  expect(value).toEqual({
    name: 'Amina Yusuf', email: 'amina@example.com', companyName: 'Havnens Logistik', typeId: 't1', durationMinutes: 60, locale: 'en',
    starts: [Date.UTC(2026, 10, 27, 6, 30), Date.UTC(2026, 10, 30, 19)], expiresAt: Date.UTC(2026, 11, 1, 23),
  })
})

test.each([
  ['name', '', 'empty'], ['name', 'x'.repeat(121), 'too-long'], ['company', '', 'empty'], ['email', '', 'empty'], ['email', 'amina', 'bad-email'],
  ['type', 't2.30', 'no-such-choice'], ['type', 't1.45', 'no-such-choice'], ['locale', 'fr', 'no-such-choice'], ['expires', '', 'not-a-date'], ['expires', '2026-11-24', 'past'],
  ['expires', '2029-01-01', 'too-far'],
])('%s "%s" is %s', (field, text, fault) => {
  const { value, faults } = readLink(typedLinkIn(formOf({ ...GOOD, [field]: text })), about)
  expect([value, faults]).toEqual([null, { [field]: fault }])
})

test('today is a last day, and one time is needed', () => {
  expect(readLink(typedLinkIn(formOf({ ...GOOD, expires: '2026-11-25' })), about).value).not.toBe(null)
  const { value, rowFaults } = readLink(typedLinkIn(formOf({ ...GOOD, 'date-1': '', 'time-1': '', 'date-2': '', 'time-2': '' })), about)
  expect([value, rowFaults[0]]).toEqual([null, 'none'])
})
