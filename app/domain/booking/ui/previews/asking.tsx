import type { ReactElement } from 'react'
import { EMPTY_AGENDA } from '#app/domain/agenda/agenda.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { BookedView } from '../booked/booked-view.tsx'
import type { BookedState } from '../booked/booked-state.ts'
import { MeetingView } from '../desk/meeting-view.tsx'
import { NOTHING_PREPARED } from '../prepare/previews.tsx'
import { TodayView } from '../desk/today-view.tsx'
import { BOOKING_BOUNDS, BOOKING_FIELDS, readTyped } from '../../input.ts'
import type { Proposal } from '../../proposal/proposal.ts'
import { ProposalView } from '../desk/asked/proposal-view.tsx'
import type { LinkFormState } from '../desk/asked/link-form.tsx'
import { LinksView, type DeskLink } from '../desk/asked/links-view.tsx'
import type { OpenLink } from '../one-off/one-off-state.ts'
import { OneOffView } from '../one-off/one-off-view.tsx'
import type { ProposeState } from '../propose/propose-state.ts'
import { ProposeView } from '../propose/propose-view.tsx'
import type { DeskDay, DeskMeeting, MeetingSheet } from '../../desk/desk.ts'

type Preview = { name: string; locale: Locale; element: ReactElement }

const NOW = Date.UTC(2026, 10, 24, 9)
const STARTS_AT = NOW + 2 * DAY_MS
const ENDS_AT = STARTS_AT + 30 * MINUTE_MS
const ANSWER_BY = NOW + 6 * HOUR_MS
const ZONE = 'Europe/Copenhagen'
const ID = '0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0001'
const NO_MAILS = { count: 0, mailbox: '' }
const GUEST = { seatId: ID, name: 'Søren Kjær', companyName: 'Nordlys Værktøj A/S' }

/** Every state of what waits for somebody's answer, for those who ask and for the desk. */
export function askingPreviews(): Preview[] {
  return (['da', 'en'] as const).flatMap((locale) => [...bookedPreviews(locale), ...deskPreviews(locale), ...proposePreviews(locale), ...oneOffPreviews(locale)])
}

function bookedPreviews(locale: Locale): Preview[] {
  const approvals = ['pending', 'refused', 'lapsed', 'withdrawn'] as const
  return approvals.map((approval) => {
    const booked: BookedState = {
      locale, seatId: ID, zone: ZONE, hostZone: ZONE, now: NOW, title: titleOf(locale), typeSlug: 'intro', host: 'Mette Holm', hostTitle: 'Salgsrådgiver',
      email: 'soren.kjaer@example.com', state: approval === 'pending' ? 'pending' : 'cancelled', isMoved: false, approval, answerBy: ANSWER_BY,
      answerText: approval === 'refused' ? wordOf(locale) : null, isChangeable: approval === 'pending', startsAt: STARTS_AT, endsAt: ENDS_AT,
      diagnosis: 'theory-into-practice', agenda: EMPTY_AGENDA, roomHref: '/room', checkHref: '/check', calendars: { google: '/', outlook: '/', file: '/' },
      pageHref: '/booking', isBooker: true, returnTo: null, colleagues: [], colleagueForm: null, isWaiting: false,
      itemId: ID, refused: null, agendaFault: null, typedPoint: { title: '', minutes: '5' }, typedQuestion: null, files: [], fileFault: null,
    }
    return draw(`booked-${approval}`, locale, <BookedView booked={booked} />)
  })
}

function deskPreviews(locale: Locale): Preview[] {
  const reader = { locale, timeZone: ZONE, now: NOW }
  const standings = ['pending', 'refused', 'lapsed', 'withdrawn'] as const
  return [
    draw('desk-asked', locale, <TodayView day={dayWith(locale)} proposals={[PROPOSAL]} counters={[]} kept={NO_MAILS} reader={reader} bookingLinks={[]} demo="none" />),
    ...standings.map((standing) => draw(`desk-answer-${standing}`, locale, <MeetingView sheet={sheetOf(locale, standing)} reader={reader} />)),
    draw('desk-answer-too-late', locale, <MeetingView sheet={sheetOf(locale, 'lapsed')} reader={reader} unanswered="lapsed" />),
  ]
}

function dayWith(locale: Locale): DeskDay {
  const asked: DeskMeeting = {
    id: ID, title: titleOf(locale), startsAt: STARTS_AT, endsAt: ENDS_AT, state: 'pending', hostSeatId: ID,
    guests: [{ ...GUEST, door: 'away', isPresent: false, turnUp: null }], mail: 'sent', reply: null, answerBy: ANSWER_BY,
  }
  return {
    focus: null, earlier: [], rest: [], coming: [asked], isComingCut: false, recent: [], undelivered: [], asked: [asked], atTheDoor: [],
  }
}

function sheetOf(locale: Locale, standing: NonNullable<MeetingSheet['approval']>['standing']): MeetingSheet {
  const state = standing === 'pending' ? 'pending' as const : 'cancelled' as const
  return {
    meeting: { id: ID, title: titleOf(locale), startsAt: STARTS_AT, endsAt: ENDS_AT, state }, hostSeatId: ID, coHosts: [],
    guests: [{ ...GUEST, email: 'soren.kjaer@example.com', phone: null, timeZone: ZONE, link: '', reply: null, turnUp: null, checked: null }],
    answers: { diagnosis: 'theory-into-practice', ownWords: null, message: null },
    approval: { standing, answerBy: ANSWER_BY, text: standing === 'refused' ? wordOf(locale) : null, wasAgreed: false },
    campaign: null,
    agenda: EMPTY_AGENDA, prepare: { ...NOTHING_PREPARED, isOpen: state === 'pending' }, said: [], mails: [], stays: [], record: { isHeld: false, seats: [] }, names: {}, consents: [],
    counters: [], canCancel: false,
  }
}

function proposePreviews(locale: Locale): Preview[] {
  const offer = { ...OFFER, title: titleOf(locale) }
  const empty = { date: '', time: '' }
  const state: ProposeState = {
    locale, zone: 'America/New_York', hostZone: ZONE, now: NOW, offer, fields: [...BOOKING_FIELDS], typed: readTyped(() => ''), faults: {},
    bounds: BOOKING_BOUNDS, idempotencyKey: ID, stamp: '', retentionMonths: 12, rows: [empty, empty, empty], rowFaults: [], problem: null, sent: [],
    carried: {}, returnTo: null,
  }
  const wrong: Pick<ProposeState, 'rows' | 'rowFaults'> = { rows: [{ date: '2026-11-20', time: '10.30' }, { date: '2026-11-27', time: 'ti' }, empty], rowFaults: ['past', 'not-a-time', null] }
  const reader = { locale, timeZone: ZONE, now: NOW }
  const states = ['open', 'booked', 'declined'] as const
  return [
    draw('propose', locale, <ProposeView state={state} />),
    draw('propose-faults', locale, <ProposeView state={{ ...state, ...wrong, faults: { name: 'nameMissing' } }} />),
    draw('propose-prefilled', locale, <ProposeView state={{ ...state, typed: { ...state.typed, name: GUEST.name, email: PROPOSAL.email } }} />),
    draw('propose-sent', locale, <ProposeView state={{ ...state, sent: PROPOSAL.starts }} />),
    draw('propose-sent-going-on', locale, (
      <ProposeView state={{ ...state, sent: PROPOSAL.starts, returnTo: { href: '#on', host: 'www.nordlys.example' } }} />
    )),
    ...states.map((standing) => draw(`desk-proposal-${standing}`, locale, (
      <ProposalView sheet={proposalSheet(locale, standing)} reader={reader} refusal={null} typed="" />
    ))),
    draw('desk-proposal-taken', locale, <ProposalView sheet={proposalSheet(locale, 'open')} reader={reader} refusal="slot-taken" typed="" />),
    draw('desk-proposal-shared', locale, (
      <ProposalView sheet={proposalSheet(locale, 'open', 'any')} reader={reader} refusal="slot-taken" typed="" />
    )),
    ...(['booked', 'declined'] as const).map((standing) => draw(`desk-proposal-${standing}-by-another`, locale, (
      <ProposalView sheet={{ ...proposalSheet(locale, standing, 'any'), ...BY_ANOTHER }} reader={reader} refusal={null} typed="" />
    ))),
  ]
}

function oneOffPreviews(locale: Locale): Preview[] {
  const offer = { ...OFFER, title: titleOf(locale) }
  const open: OpenLink = {
    kind: 'open', id: ID, locale, name: GUEST.name, isPublic: true, zone: ZONE, hostZone: ZONE, now: NOW, offer, expiresAt: NOW + 7 * DAY_MS,
    fields: [...BOOKING_FIELDS], bounds: BOOKING_BOUNDS, faults: {}, idempotencyKey: ID, stamp: '', retentionMonths: 12, problem: null, refusal: null,
    typed: { ...readTyped(() => ''), name: GUEST.name, email: PROPOSAL.email, company: GUEST.companyName }, starts: PROPOSAL.starts.slice(0, 2),
  }
  const states = ['used', 'expired', 'revoked'] as const
  const closed = states.map((state) => draw(`one-off-${state}`, locale, (
    <OneOffView page={{ kind: 'closed', locale, state, host: 'Mette Holm', typeSlug: 'intro' }} />
  )))
  const links = (['open', ...states] as const).map((state): DeskLink => ({
    id: `${state}${ID.slice(state.length)}`, name: GUEST.name, companyName: GUEST.companyName, title: titleOf(locale), minutes: 60, starts: PROPOSAL.starts,
    expiresAt: NOW + 7 * DAY_MS, state, url: state === 'open' ? `https://meet.example.com/o/${ID}/key` : null, meetingId: state === 'used' ? ID : null,
  }))
  const rows = Array.from({ length: 5 }, () => ({ date: '', time: '' }))
  const typed = { name: '', email: '', company: '', type: ID, locale, expires: '2026-12-08', rows }
  const form: LinkFormState = { typed, faults: {}, rowFaults: [], types: [{ value: ID, label: titleOf(locale) }] }
  const reader = { locale, timeZone: ZONE, now: NOW }
  return [
    draw('one-off', locale, <OneOffView page={open} />),
    draw('one-off-taken', locale, <OneOffView page={{ ...open, refusal: 'slot-taken', starts: open.starts.slice(1) }} />),
    draw('one-off-none', locale, <OneOffView page={{ ...open, starts: [] }} />),
    ...closed,
    draw('one-off-wrong', locale, <OneOffView page={{ kind: 'wrong', locale }} />),
    draw('desk-links', locale, <LinksView links={links} reader={reader} form={form} news={{ kind: 'made', name: GUEST.name }} />),
    draw('desk-links-faults', locale, (
      <LinksView links={[]} reader={reader} form={{ ...form, faults: { name: 'empty', expires: 'past' }, rowFaults: ['taken', 'past'] }} news={null} />
    )),
  ]
}

const OFFER = { slug: 'intro', summary: '', durationMinutes: 30, lengths: [], noticeMinutes: 240, needsApproval: false, host: 'Mette Holm', hostTitle: '' }

const PROPOSAL: Proposal = {
  id: ID, typeId: ID, hostId: null, durationMinutes: 60, name: GUEST.name, email: 'soren.kjaer@example.com', companyName: GUEST.companyName, phone: null, diagnosis: 'theory-into-practice',
  diagnosisText: null, message: null, locale: 'da', timeZone: 'America/New_York', starts: [STARTS_AT + 5 * HOUR_MS, STARTS_AT + DAY_MS, NOW - DAY_MS],
  state: 'open', answerText: null, meetingId: null, createdAt: NOW,
}

const BY_ANOTHER = { answeredBy: 'Bo Krogh', heldBy: { name: 'Bo Krogh', isMine: false } }

function proposalSheet(locale: Locale, state: Proposal['state'], party: 'alone' | 'any' | 'all' = 'alone'): Parameters<typeof ProposalView>[0]['sheet'] {
  const { starts } = PROPOSAL
  const times = (['outside', 'free', 'past'] as const).map((standing, index) => ({ startsAt: starts[index] ?? 0, state: standing }))
  const answered = { meetingId: state === 'booked' ? ID : null, answerText: state === 'declined' ? wordOf(locale) : null }
  return {
    proposal: { ...PROPOSAL, state, ...answered }, type: { title: { da: titleOf('da'), en: titleOf('en') } }, times, party,
    answeredBy: null, heldBy: state === 'booked' ? { name: 'Mette Holm', isMine: true } : null,
  }
}

function draw(name: string, locale: Locale, element: ReactElement): Preview {
  return { name, locale, element: <div className="page-main">{element}</div> }
}

function titleOf(locale: Locale): string {
  return locale === 'da' ? 'Et første møde' : 'A first meeting'
}

function wordOf(locale: Locale): string {
  return locale === 'da' ? 'Den uge er jeg i Jylland. Kan vi tage den ugen efter?' : 'I am in Jutland that week. Could we do the week after?'
}
