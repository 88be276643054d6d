import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import { EMPTY_AGENDA } from '#app/domain/agenda/agenda.ts'
import { languageOf, type Locale } from '#app/kernel/locale.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import type { MeetingSheet, SheetGuest } from '../../desk/desk.ts'
import type { ReplyKind } from '../../mail-facts.ts'
import type { OpenCounter, SeatReply } from '../../replies/reply.ts'
import { MeetingView } from '../desk/meeting-view.tsx'
import { NOTHING_PREPARED } from '../prepare/previews.tsx'
import { TodayView } from '../desk/today-view.tsx'
import { AnswerView, type AnswerState } from './answer-view.tsx'

type Preview = { name: string; locale: Locale; element: ReactElement }

const NOW = Date.UTC(2026, 10, 24, 9)
const STARTS_AT = NOW + 2 * DAY_MS
const ZONE = 'Europe/Copenhagen'
const ID = '0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0001'
const KINDS: ReplyKind[] = ['accepted', 'tentative', 'declined', 'counter']

/** What calendars answer: at the desk, and on the page that asks whose answer it was. */
export function replyPreviews(): Preview[] {
  return (['da', 'en'] as const).flatMap((locale) => [...deskPreviews(locale), ...answerPreviews(locale)])
}

function deskPreviews(locale: Locale): Preview[] {
  const reader = { locale, timeZone: ZONE, now: NOW }
  const partstats = ['accepted', 'tentative', 'declined'] as const
  const meeting = {
    id: ID, title: TITLES[languageOf(locale)], startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS, state: 'scheduled' as const, hostSeatId: ID,
    guests: [{ seatId: ID, name: CAST.soren.name, companyName: CAST.soren.company, door: 'away' as const, isPresent: false, turnUp: null }],
    mail: 'sent' as const, reply: 'declined' as const, answerBy: null,
  }
  const day = { focus: { meeting, isNow: false }, earlier: [], rest: [], coming: [{ ...meeting, id: 'other', reply: 'accepted' as const }], isComingCut: false, recent: [], asked: [], atTheDoor: [], undelivered: [] }
  const kept = { count: 3, mailbox: 'moeder@fremmode.example' }
  const counters = [counterOf(locale), { ...counterOf(locale), id: 'other', time: 'slot-taken' as const }]
  return [
    draw('desk-replies', locale, <TodayView day={day} proposals={[]} counters={counters} kept={kept} reader={reader} bookingLinks={[]} demo="none" />),
    ...partstats.map((partstat) => draw(`desk-reply-${partstat}`, locale, (
      <MeetingView sheet={sheetOf(locale, { partstat, at: NOW - HOUR_MS, comment: WORDS[languageOf(locale)] }, [])} reader={reader} />
    ))),
    draw('desk-counter', locale, <MeetingView sheet={sheetOf(locale, null, [counterOf(locale)])} reader={reader} />),
    draw('desk-counter-taken', locale, <MeetingView sheet={sheetOf(locale, null, counters.slice(1))} reader={reader} unmoved="slot-taken" />),
  ]
}

function answerPreviews(locale: Locale): Preview[] {
  const states = KINDS.flatMap((kind) => [false, true].map((isGiven) => ({ kind, isGiven })))
  const base = { locale, zone: locale === 'da' ? ZONE : 'America/New_York', hostZone: ZONE, now: NOW }
  const asked = (kind: ReplyKind): AnswerState['asked'] => ({
    title: TITLES[languageOf(locale)], host: CAST.consultant.name, startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS, kind,
    proposedAt: kind === 'counter' ? STARTS_AT + DAY_MS : null,
  })
  return [
    ...states.map(({ kind, isGiven }) => draw(`answer-${kind}${isGiven ? '-given' : ''}`, locale, <AnswerView state={{ ...base, isGiven, asked: asked(kind) }} />)),
    draw('answer-gone', locale, <AnswerView state={{ ...base, isGiven: false, asked: null }} />),
  ]
}

const CHECKED: SheetGuest['checked'] = {
  readiness: { camera: 'ready', microphone: 'ready', speaker: 'heard', network: { way: 'tcp', roundTripMs: 60 } }, at: NOW - DAY_MS,
}

function counterOf(locale: Locale): OpenCounter {
  return { id: ID, meetingId: ID, name: CAST.soren.name, startsAt: STARTS_AT + DAY_MS, comment: WORDS[languageOf(locale)], time: 'free' }
}

function sheetOf(locale: Locale, reply: SeatReply | null, counters: OpenCounter[]): MeetingSheet {
  const { name, email, company: companyName } = CAST.soren
  return {
    meeting: { id: ID, title: TITLES[languageOf(locale)], startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS, state: 'scheduled' }, hostSeatId: ID, coHosts: [],
    guests: [{ seatId: ID, name, email, companyName, phone: null, timeZone: ZONE, link: 'https://meet.example.com/j/seat/key', reply, turnUp: null, checked: CHECKED }],
    answers: { diagnosis: 'theory-into-practice', ownWords: null, message: null }, approval: null, campaign: null,
    agenda: EMPTY_AGENDA, prepare: NOTHING_PREPARED,
    said: [], mails: [], stays: [], record: { isHeld: false, seats: [] }, names: {}, consents: [],
    counters, canCancel: true,
  }
}

function draw(name: string, locale: Locale, element: ReactElement): Preview {
  return { name, locale, element: <div className="page-main">{element}</div> }
}

const TITLES = { da: 'Et første møde', en: 'A first meeting' }
const WORDS = { da: 'Jeg er i toget indtil klokken elleve.', en: 'I am on the train until eleven.' }
