import type { ReactElement } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { CAST } from '#db/seeds/cast.ts'
import { BOOKING_BOUNDS, BOOKING_FIELDS, readTyped, type TypedBooking } from '../../input.ts'
import type { DetailsState, Held } from '../details/details-state.ts'
import { DetailsView } from '../details/details-view.tsx'
import { offerIn } from './times.tsx'

type Preview = { name: string; locale: Locale; element: ReactElement }

const HOME = 'Europe/Copenhagen'
/** Tuesday 24 November 2026, 10.00 in Copenhagen. */
const NOW = Date.UTC(2026, 10, 24, 9)
const STARTS_AT = NOW + DAY_MS
const NEAREST = [STARTS_AT + 30 * MINUTE_MS, STARTS_AT + DAY_MS, STARTS_AT + DAY_MS + 30 * MINUTE_MS]
const HELD: Held = { until: NOW + 8 * MINUTE_MS, leftMs: 8 * MINUTE_MS, stage: 'held', nextKeep: 1 }
const LAPSING: Held = { until: NOW + 90_000, leftMs: 90_000, stage: 'lapsing', nextKeep: 2 }

/** The booking form in every state that a visitor can meet. */
export function detailsPreviews(): Preview[] {
  return (['da', 'en'] as const).flatMap((locale) => Object.entries(statesIn(locale)).map(([name, given]) => (
    { name: `details-${name}`, locale, element: <div className="page-main"><DetailsView state={{ ...stateIn(locale), ...given }} /></div> }
  )))
}

function statesIn(locale: Locale): Record<string, Partial<DetailsState>> {
  const { email } = CAST.soren
  const broken = { ...typed(), email: 'soren@', name: '', diagnosis: '' }
  const faults: Partial<DetailsState> = {
    isAnswer: true, typed: broken, faults: { name: 'nameMissing', email: 'emailBroken', diagnosis: 'diagnosisMissing' },
  }
  const refused = (refusal: DetailsState['refusal'], nearest = NEAREST): Partial<DetailsState> => (
    { isAnswer: true, hold: 'loose', typed: typed(), refusal, nearest }
  )
  return {
    fresh: {},
    'other-clock': { zone: 'America/New_York' },
    prefilled: { typed: typed(), carried: { name: CAST.soren.name, email } },
    faults,
    lapsing: { hold: LAPSING, typed: typed() },
    'lapsing-last': { hold: { ...LAPSING, nextKeep: null }, typed: typed() },
    lapsed: { hold: 'lapsed', typed: typed() },
    loose: { hold: 'loose' },
    taken: refused('slot-taken'),
    'taken-none-left': refused('slot-taken', []),
    'company-full': refused('company-full'),
    'gone-at-first-look': { hold: 'loose', refusal: 'slot-past', nearest: NEAREST },
    'no-time': { startsAt: null, hold: 'loose' },
    'too-many': { isAnswer: true, typed: typed(), problem: { kind: 'too-many', minutes: 12 } },
    'too-quick': { isAnswer: true, typed: typed(), problem: { kind: 'too-quick' } },
    'needs-a-yes': { offer: { ...offerIn(locale), needsApproval: true } },
    'look-in-mail': { isAnswer: true, awaited: { email, expiresAt: NOW + 30 * MINUTE_MS, isHeld: true } },
    'look-in-mail-loose': { isAnswer: true, awaited: { email, expiresAt: NOW + 30 * MINUTE_MS, isHeld: false } },
  }
}

function stateIn(locale: Locale): DetailsState {
  return {
    locale, zone: HOME, hostZone: HOME, now: NOW, offer: offerIn(locale), startsAt: STARTS_AT, hold: HELD, keepMinutes: 10, refusal: null,
    nearest: [], fields: [...BOOKING_FIELDS], typed: readTyped(() => ''), faults: {}, problem: null, isAnswer: false, idempotencyKey: '', stamp: '',
    carried: {}, hasPuzzle: true, awaited: null, retentionMonths: 12, bounds: BOOKING_BOUNDS,
  }
}

function typed(): TypedBooking {
  const { name, email, company, phone } = CAST.soren
  return { ...readTyped(() => ''), name, email, company, phone: phone ?? '', diagnosis: 'theory-into-practice' }
}
