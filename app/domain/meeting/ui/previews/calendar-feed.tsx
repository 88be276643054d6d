import type { ReactElement } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import { CalendarFeedView } from '../calendar-feed-view.tsx'

const URL = `https://meet.example.com/feed/0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0001/${'a-key-of-nobody'.repeat(3)}.ics`

/** The page of the consultant's own calendar, before and after the address was made. */
export function calendarFeedPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const states = { none: { url: null, news: 'closed' }, open: { url: URL, news: 'made' } } as const
  return (['da', 'en'] as const).flatMap((locale) => Object.entries(states).map(([name, state]) => (
    { name: `calendar-feed-${name}`, locale, element: <div className="page-main"><CalendarFeedView {...state} locale={locale} /></div> }
  )))
}
