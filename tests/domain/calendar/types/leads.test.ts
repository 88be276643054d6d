import { expect, test } from 'vitest'
import { readLeads, writeLeads } from '#app/domain/calendar/types/leads.ts'
import { readReminders } from '#app/domain/calendar/types/type-input.ts'
import { messages } from '#app/i18n/messages.ts'

test.each([
  ['24 t, 1 t', [1440, 60]], ['1 time; 15 min.', [60, 15]], ['2 døgn, 90', [2880, 90]], ['24 h, 1 hour, 15 minutes', [1440, 60, 15]],
  ['15 min, 1 t, 15 min', [60, 15]], ['60, 1 t, 60 min', [60]], ['', []], [' , ', []], ['30 d', [43_200]], ['5', [5]],
])('"%s" is %j', (text, leads) => {
  expect(readLeads(text)).toEqual(leads)
})

test.each(['i morgen', '4', '31 d', '1 2', '1,5 t', '-60', '1 uge', '5, 6, 7, 8, 9', '99999 t', '1 t 30 min'])('"%s" is not understood', (text) => {
  expect([readLeads(text), readReminders({ reminders: text })]).toEqual([null, { isGood: false, faults: { reminders: 'not-leads' } }])
})

test.each(['da', 'en'] as const)('what is written in %s is read back as it was', (locale) => {
  const { leads: texts } = messages(locale).rules.types
  for (const leads of [[], [1440, 60], [43_200, 2880, 90, 5], [61]]) expect(readLeads(writeLeads(leads, texts))).toEqual(leads)
  expect(writeLeads([2880, 1440, 90], texts)).toBe(locale === 'da' ? '2 døgn, 24 t, 90 min.' : '2 d, 24 h, 90 min.')
})
