import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import { EMPTY_AGENDA, type Agenda } from '#app/domain/agenda/agenda.ts'
import { languageOf, type Language, type Locale } from '#app/kernel/locale.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { MOST_COLLEAGUES } from '../../colleagues/colleague.ts'
import { InvitedView, type InvitedState } from '../colleagues/invited-view.tsx'
import { ConfirmView, type ConfirmState } from '../confirm/confirm-view.tsx'
import { FILES, preparedIn } from '../prepare/previews.tsx'
import type { BookedState, GuestPrepare } from './booked-state.ts'
import { BookedView } from './booked-view.tsx'
import { ComingView, type ComingState } from './coming-view.tsx'

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
const STARTS_AT = 1_795_597_200_000

/** A booking's own page and a colleague's, in the states that other people bring about, and the page that confirms. */
export function bookedPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => [
    ...Object.entries(BOOKED).map(([name, given]) => (
      { name: `booked-${name}`, locale, element: <div className="page-main"><BookedView booked={{ ...bookedIn(locale), ...given }} /></div> }
    )),
    ...Object.entries(INVITED).map(([name, given]) => (
      { name: `invited-${name}`, locale, element: <div className="page-main"><InvitedView invited={{ ...invitedIn(locale), ...given }} /></div> }
    )),
    ...Object.entries(COMING).map(([name, given]) => (
      { name: `coming-${name}`, locale, element: <div className="page-main"><ComingView state={{ ...comingIn(locale), ...given }} /></div> }
    )),
    ...Object.entries(CONFIRMED).map(([name, given]) => (
      { name: `confirm-${name}`, locale, element: <div className="page-main"><ConfirmView state={{ ...confirmIn(locale), ...given }} /></div> }
    )),
  ])
}

const AMINA = { seatId: 'amina', name: CAST.amina.name, email: CAST.amina.email }
const TYPED = { name: CAST.amina.name, email: CAST.amina.email, timeZone: 'Europe/London', locale: 'en' }

const BOOKED: Record<string, Partial<BookedState>> = {
  alone: {},
  moved: { isMoved: true },
  begun: { isChangeable: false, now: STARTS_AT + MINUTE_MS },
  ended: { state: 'ended', isChangeable: false },
  cancelled: { state: 'cancelled', isChangeable: false },
  waiting: { isWaiting: true },
  prepared: { agenda: preparedIn('da').agenda, files: FILES, itemId: 'next-question' },
  'file-refused': { fileFault: 'bad-type', files: FILES },
  'question-refused': { agendaFault: 'too-long', typedQuestion: { itemId: 'item-1', text: 'Hvornår?' } },
  'going-on': { returnTo: { href: '#on', host: 'www.nordlys.example' } },
  colleagues: { colleagues: [AMINA] },
  'colleagues-full': { colleagues: Array.from({ length: MOST_COLLEAGUES }, (_, index) => ({ ...AMINA, seatId: `seat-${index}` })) },
  'colleague-faults': { colleagueForm: { typed: { ...TYPED, name: '', email: 'amina@' }, faults: { name: 'nameMissing', email: 'emailBroken' }, problem: null } },
  'colleague-declined': { colleagueForm: { typed: TYPED, faults: {}, problem: { kind: 'declined', minutes: 0 } } },
  'colleague-too-many': { colleagueForm: { typed: TYPED, faults: {}, problem: { kind: 'too-many', minutes: 12 } } },
  'sent-away': { agenda: null, isChangeable: false, state: 'live' },
  'colleagues-after': { colleagues: [AMINA], isChangeable: false, state: 'live' },
}

const INVITED: Record<string, Partial<InvitedState>> = {
  open: {}, prepared: { agenda: preparedByTwo() }, 'file-refused': { fileFault: 'too-large' },
  'point-refused': { agendaFault: 'too-many', typedPoint: { title: 'Vores nye CRM', minutes: '10' } },
  live: { state: 'live', isChangeable: false }, 'sent-away': { agenda: null, files: [], isChangeable: false, state: 'live' }, inside: { refusal: 'inside', state: 'live', isChangeable: false },
  'too-late': { refusal: 'not-changeable', state: 'ended', mayLeave: false, isChangeable: false },
  cancelled: { state: 'cancelled', mayLeave: false, isChangeable: false }, ended: { state: 'ended', mayLeave: false, isChangeable: false },
}

const CONFIRMED: Record<string, Partial<ConfirmState>> = {
  waiting: {}, gone: { waiting: null }, refused: { refused: { reason: 'slot-taken', nearest: [STARTS_AT + 30 * MINUTE_MS, STARTS_AT + DAY_MS] } },
}

const COMING: Record<string, Partial<ComingState>> = {
  asked: {}, yes: { turnUp: { lateMinutes: 0, answeredAt: STARTS_AT - DAY_MS } },
  late: { turnUp: { lateMinutes: 10, answeredAt: STARTS_AT - 8 * MINUTE_MS }, now: STARTS_AT - 7 * MINUTE_MS },
  begun: { now: STARTS_AT + MINUTE_MS }, colleague: { wayOut: 'leave' }, over: { isAnswerable: false, wayOut: null, now: STARTS_AT + DAY_MS },
}

function comingIn(locale: Locale): ComingState {
  const { zone, hostZone, now, title, host, hostTitle, startsAt, endsAt, roomHref, checkHref } = invitedIn(locale)
  return { locale, zone, hostZone, now, seatId: 'seat', title, host, hostTitle, startsAt, endsAt, turnUp: null, isAnswerable: true, roomHref, checkHref, wayOut: 'move' }
}

function confirmIn(locale: Locale): ConfirmState {
  const { zone, hostZone, now, title, host, guest: name, startsAt, endsAt } = invitedIn(locale)
  return { locale, zone, hostZone, now, waiting: { title, slug: 'intro', host, name, startsAt, endsAt }, refused: null }
}

function invitedIn(locale: Locale): InvitedState {
  const { consultant, soren } = CAST
  return {
    zone: locale === 'da' ? 'Europe/Copenhagen' : 'America/New_York', hostZone: 'Europe/Copenhagen', now: STARTS_AT - DAY_MS, refusal: null, mayLeave: true,
    title: TITLES[languageOf(locale)], host: consultant.name, hostTitle: consultant.title, guest: soren.name,
    startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS, roomHref: '#room', checkHref: '#check', calendars: CALENDARS,
    ...preparing(locale), agenda: preparedIn(locale).agenda, files: FILES, isBooker: false,
  }
}

function bookedIn(locale: Locale): BookedState {
  const { title, host, hostTitle, startsAt, endsAt, now } = invitedIn(locale)
  return {
    ...preparing(locale), zone: 'Europe/Copenhagen', hostZone: 'Europe/Copenhagen', now, title, typeSlug: 'intro', host, hostTitle,
    email: CAST.soren.email, isMoved: false, startsAt, endsAt, diagnosis: 'theory-into-practice',
    agenda: agendaIn(locale), roomHref: '#room', checkHref: '#check', returnTo: null, calendars: CALENDARS, colleagues: [], colleagueForm: null, isWaiting: false,
    approval: null, answerBy: null, answerText: null, refused: null,
  }
}

function preparing(locale: Locale): GuestPrepare {
  return {
    locale, seatId: 'seat', pageHref: '#page', isBooker: true, state: 'scheduled', isChangeable: true, agenda: EMPTY_AGENDA, files: [], fileFault: null,
    itemId: 'item', agendaFault: null, typedPoint: { title: '', minutes: '5' }, typedQuestion: null,
  }
}

/** The one who booked has put a point on and marked one, and the colleague whose page it is has put on another. */
function preparedByTwo(): Pick<Agenda, 'items'> {
  const { agenda } = preparedIn('da')
  const [soren, me] = [{ seatId: 'soren', name: CAST.soren.name }, { seatId: 'seat', name: CAST.amina.name }]
  const items = agenda.items.map((item) => (item.isImportant ? { ...item, markedBy: soren } : item))
  const added = [{ title: 'Vores nye CRM', addedBy: soren }, { title: 'Kundelisten, når en sælger rejser', addedBy: me }]
  const own = added.map((point, index) => ({ ...point, id: `own-${index}`, purpose: '', minutes: 5, author: 'guest' as const, isDone: false, spentMs: 0 }))
  return { items: [...items, ...own] }
}

const POINTS: Record<Language, [title: string, purpose: string, minutes: number][]> = {
  da: [
    ['Velkommen', 'Hvem er vi, og hvad skal vi nå', 3], ['Hvad sker der efter et kursus hos jer?', 'Hvor det går galt om mandagen', 10],
    ['Én teknik, der skal leve', '', 12],
  ],
  en: [
    ['Welcome', 'Who we are, and what we want to get to', 3], ['What happens after a course at your place?', 'Where it goes wrong on Mondays', 10],
    ['One technique that shall live', '', 12],
  ],
}

/** The consultant's points, and one that the guest has put on. */
function agendaIn(locale: Locale): Agenda {
  const own = { title: locale === 'da' ? 'Vores nye CRM' : 'Our new CRM', purpose: '', minutes: 5, author: 'guest' as const }
  const points = POINTS[languageOf(locale)].map(([title, purpose, minutes]) => ({ title, purpose, minutes, author: 'template' as const }))
  const items = [...points, own].map((point, index) => ({ ...point, id: `item-${index}`, isDone: false, spentMs: 0 }))
  return { ...EMPTY_AGENDA, items }
}

const TITLES = { da: 'Et første møde', en: 'A first meeting' }
const CALENDARS = { google: '#google', outlook: '#outlook', file: '#file' }
