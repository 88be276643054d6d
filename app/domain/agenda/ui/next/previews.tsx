import { CAST } from '#db/seeds/cast.ts'
import type { ReactElement } from 'react'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { NextCard, type NextCardProps } from './next-card.tsx'

/** Tuesday 1 December 2026, 9.00 in Copenhagen. */
const FIRST = Date.UTC(2026, 11, 1, 8)
const TIMES = [0, 3, 6].flatMap((days) => [0, 2, 5].map((hours) => FIRST + days * DAY_MS + hours * HOUR_MS))
const BOOKED = { startsAt: FIRST, endsAt: FIRST + 30 * MINUTE_MS, isPending: false }

const KINDS = [
  { key: 'intro.30', title: { da: 'Et første møde', en: 'A first meeting' }, minutes: 30 },
  { key: 'sparring.60', title: { da: 'Sparring om en konkret sag', en: 'Sparring on a case of yours' }, minutes: 60 },
  { key: 'sparring.90', title: { da: 'Sparring om en konkret sag', en: 'Sparring on a case of yours' }, minutes: 90 },
]

type State = Partial<Pick<NextCardProps, 'next' | 'isOpen'>> & { role: 'host' | 'guest' } & Partial<NextCardProps['inHand']>

const STATES: Record<string, State> = {
  'closed-host': { role: 'host', isOpen: false },
  'offer-host': { role: 'host' },
  'offered-host': { role: 'host', isOpen: false, next: { offer: { proposed: TIMES.slice(0, 3), kind: null }, booked: null } },
  'proposed-guest': { role: 'guest', times: null, next: { offer: { proposed: TIMES.slice(0, 3), kind: null }, booked: null } },
  'kinds-host': { role: 'host', kinds: KINDS, kind: 'sparring.60' },
  'kind-guest': { role: 'guest', times: null, next: { offer: { proposed: TIMES.slice(0, 3), kind: KINDS[1] ?? null }, booked: null } },
  'changed-guest': { role: 'guest', times: TIMES, news: 'offer-changed', next: { offer: { proposed: [], kind: KINDS[2] ?? null }, booked: null } },
  'pick-guest': { role: 'guest', next: { offer: { proposed: [], kind: null }, booked: null } },
  'taken-guest': { role: 'guest', news: 'slot-taken', next: { offer: { proposed: TIMES.slice(0, 3), kind: null }, booked: null } },
  'none-guest': { role: 'guest', times: [], next: { offer: { proposed: [], kind: null }, booked: null } },
  'booked-guest': { role: 'guest', next: { offer: null, booked: BOOKED } },
  'pending-guest': { role: 'guest', next: { offer: null, booked: { ...BOOKED, isPending: true } } },
}

/** The card of the next meeting in each of its states, in both languages. */
export function nextPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => Object.entries(STATES).map(([name, state]) => (
    { name: `next-${name}`, locale, element: inPanel(draw(locale, state), locale) }
  )))
}

/** Where the card stands: under the heading of the agenda. */
function inPanel(card: ReactElement, locale: Locale): ReactElement {
  return (
    <div className="room-panel">
      <div className="panel">
        <h2 className="visually-hidden">{messages(locale).agenda.title}</h2>
        <div className="panel-body">{card}</div>
      </div>
    </div>
  )
}

const NOTHING_SAID = { offer: null, booked: null }

function draw(locale: Locale, state: State): ReactElement {
  const { role, next = NOTHING_SAID, isOpen = true, times = TIMES, news = null, kinds = [], kind = null } = state
  const nothing = () => {}
  return (
    <NextCard
      isHost={role === 'host'} reader={{ locale, timeZone: 'Europe/Copenhagen' }} hostName={CAST.consultant.name}
      texts={messages(locale).room.nextMeeting} next={next} isOpen={isOpen} inHand={{ times, kinds, kind, isBusy: false, news }}
      onOpen={nothing} onLater={nothing} onKind={nothing} onAsk={nothing}
    />
  )
}
