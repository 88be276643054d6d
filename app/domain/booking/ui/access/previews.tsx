import { CAST } from '#db/seeds/cast.ts'
import type { ReactElement } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import { AccessView, type Sought } from './access-view.tsx'

const STATES: Record<string, Sought> = {
  'access-empty': null,
  'access-found': { email: CAST.soren.email, isBroken: false, isKept: true, bookings: 2, seats: 3 },
  'access-none': { email: CAST.soren.email, isBroken: false, isKept: false, bookings: 0, seats: 0 },
  'access-broken': { email: 'søren', isBroken: true, isKept: false, bookings: 0, seats: 0 },
}

/** The search for a person, in each of its states. */
export function accessPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => Object.entries(STATES).map(([name, sought]) => (
    { name, locale, element: <div className="page-main"><AccessView sought={sought} locale={locale} /></div> }
  )))
}
