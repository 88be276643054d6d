import type { ReactElement } from 'react'
import { EMPTY_AGENDA } from '#app/domain/agenda/agenda.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { BookedView } from './booked/booked-view.tsx'
import type { BookedState } from './booked/booked-state.ts'
import { MeetingView } from './desk/meeting-view.tsx'
import { TodayView } from './desk/today-view.tsx'
import type { DeskDay, DeskMeeting, MeetingSheet } from '../desk/desk.ts'

type Preview = { name: string; locale: Locale; element: ReactElement }

const NOW = Date.UTC(2026, 10, 24, 9)
const STARTS_AT = NOW + 2 * DAY_MS
const ENDS_AT = STARTS_AT + 30 * MINUTE_MS
const ANSWER_BY = NOW + 6 * HOUR_MS
const ZONE = 'Europe/Copenhagen'
const ID = '0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0001'
const GUEST = { seatId: ID, name: 'Søren Kjær', companyName: 'Nordlys Værktøj A/S' }

/** Every state of what waits for somebody's answer, for those who ask and for the desk. */
export function askingPreviews(): Preview[] {
  return (['da', 'en'] as const).flatMap((locale) => [...bookedPreviews(locale), ...deskPreviews(locale)])
}

function bookedPreviews(locale: Locale): Preview[] {
  const approvals = ['pending', 'refused', 'lapsed', 'withdrawn'] as const
  return approvals.map((approval) => {
    const booked: BookedState = {
      locale, seatId: ID, zone: ZONE, hostZone: ZONE, now: NOW, title: titleOf(locale), typeSlug: 'intro', host: 'Mette Holm', hostTitle: 'Salgsrådgiver',
      email: 'soren.kjaer@example.com', state: approval === 'pending' ? 'pending' : 'cancelled', isMoved: false, approval, answerBy: ANSWER_BY,
      answerText: approval === 'refused' ? wordOf(locale) : null, isChangeable: approval === 'pending', startsAt: STARTS_AT, endsAt: ENDS_AT,
      diagnosis: 'theory-into-practice', agenda: EMPTY_AGENDA, roomHref: '/room', calendars: { google: '/', outlook: '/', file: '/' }, changeId: ID,
      itemId: ID, refused: null, agendaFault: null, typedPoint: { title: '', minutes: '5' },
    }
    return { name: `booked-${approval}`, locale, element: <div className="page-main"><BookedView booked={booked} /></div> }
  })
}

function deskPreviews(locale: Locale): Preview[] {
  const reader = { locale, timeZone: ZONE, now: NOW }
  const draw = (name: string, element: ReactElement) => ({ name, locale, element: <div className="page-main">{element}</div> })
  const standings = ['pending', 'refused', 'lapsed', 'withdrawn'] as const
  return [
    draw('desk-asked', <TodayView day={dayWith(locale)} reader={reader} bookingLinks={[]} demo="none" />),
    ...standings.map((standing) => draw(`desk-answer-${standing}`, <MeetingView sheet={sheetOf(locale, standing)} reader={reader} />)),
    draw('desk-answer-too-late', <MeetingView sheet={sheetOf(locale, 'lapsed')} reader={reader} unanswered="lapsed" />),
  ]
}

function dayWith(locale: Locale): DeskDay {
  const asked: DeskMeeting = {
    id: ID, title: titleOf(locale), startsAt: STARTS_AT, endsAt: ENDS_AT, state: 'pending', hostSeatId: ID,
    guests: [{ ...GUEST, door: 'away', isPresent: false }], mail: 'sent', answerBy: ANSWER_BY,
  }
  return { focus: null, earlier: [], rest: [], coming: [asked], isComingCut: false, recent: [], asked: [asked], atTheDoor: [] }
}

function sheetOf(locale: Locale, standing: NonNullable<MeetingSheet['approval']>['standing']): MeetingSheet {
  const state = standing === 'pending' ? 'pending' as const : 'cancelled' as const
  return {
    meeting: { id: ID, title: titleOf(locale), startsAt: STARTS_AT, endsAt: ENDS_AT, state }, hostSeatId: ID,
    guests: [{ ...GUEST, email: 'soren.kjaer@example.com', phone: null, timeZone: ZONE, link: '' }],
    answers: { diagnosis: 'theory-into-practice', ownWords: null, message: null },
    approval: { standing, answerBy: ANSWER_BY, text: standing === 'refused' ? wordOf(locale) : null, wasAgreed: false },
    agenda: EMPTY_AGENDA, mails: [], stays: [], canCancel: false,
  }
}

function titleOf(locale: Locale): string {
  return locale === 'da' ? 'Et første møde' : 'A first meeting'
}

function wordOf(locale: Locale): string {
  return locale === 'da' ? 'Den uge er jeg i Jylland. Kan vi tage den ugen efter?' : 'I am in Jutland that week. Could we do the week after?'
}
