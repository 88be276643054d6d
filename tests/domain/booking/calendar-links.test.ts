import { expect, test } from 'vitest'
import { googleCalendarUrl, outlookCalendarUrl } from '#app/domain/booking/calendar-links.ts'

const entry = {
  title: 'Møde & mål', startsAt: Date.UTC(2026, 10, 26, 9), endsAt: Date.UTC(2026, 10, 26, 9, 30),
  location: 'https://x.example/j/1/2?a=b', details: 'To\nlinjer',
}

test('Google gets the times in UTC and every text whole', () => {
  const url = new URL(googleCalendarUrl(entry))
  expect(url.searchParams.get('dates')).toBe('20261126T090000Z/20261126T093000Z')
  expect([url.searchParams.get('text'), url.searchParams.get('location'), url.searchParams.get('details')]).toEqual([entry.title, entry.location, entry.details])
})

test('Outlook gets the same', () => {
  const url = new URL(outlookCalendarUrl(entry))
  expect([url.searchParams.get('startdt'), url.searchParams.get('enddt')]).toEqual(['2026-11-26T09:00:00Z', '2026-11-26T09:30:00Z'])
  expect(url.searchParams.get('subject')).toBe(entry.title)
})
