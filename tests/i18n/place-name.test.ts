import { expect, test } from 'vitest'
import { messages } from '#app/i18n/messages.ts'
import { placeName } from '#app/i18n/place-name.ts'
import { isTimeZone } from '#app/kernel/time.ts'

test('a place is called what its reader calls it', () => {
  expect([placeName('Europe/Copenhagen', 'da'), placeName('Europe/Copenhagen', 'en')]).toEqual(['København', 'Copenhagen'])
  expect([placeName('Europe/Prague', 'da'), placeName('Atlantic/Faroe', 'en')]).toEqual(['Prag', 'Faroe Islands'])
})

test('a zone keeps its name where people use the same, and gets today’s where browsers still say an old one', () => {
  expect(placeName('America/New_York', 'da')).toBe('New York')
  expect([placeName('Europe/Kiev', 'en'), placeName('Asia/Calcutta', 'da')]).toEqual(['Kyiv', 'Kolkata'])
})

test('every place that has a name of its own is a zone', () => {
  expect(Object.keys(messages('da').common.places).filter((zone) => !isTimeZone(zone))).toEqual([])
})
