import type { AgendaEntry, AgendaItem } from '#app/domain/agenda/agenda.ts'
import type { AgendaNews } from '#app/domain/agenda/change.ts'
import type { MailFacts, MailPart, ReplyNews } from '#app/domain/booking/mail-facts.ts'
import type { ProposalFacts } from '#app/domain/booking/proposal/proposal.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Language } from '#app/kernel/locale.ts'
import { DAY_MS, HOUR_MS, isoInstant, MINUTE_MS } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { composeProposal } from './compose/asking/compose-proposal.ts'
import { composeFreed } from './compose/compose-freed.ts'
import { composeConfirm } from './compose/loose/compose-confirm.ts'
import { composeEarlier } from './compose/loose/compose-earlier.ts'
import { composeSignIn } from './compose/loose/compose-sign-in.ts'
import { composeMail } from './compose/compose-mail.ts'
import type { ComposedMail, MailLinks } from './compose/mail-input.ts'
import { previewFiles, previewPoll } from './preview-summary.ts'

/** People of the cast. */
export type PreviewPeople = {
  consultant: { name: string; title: string; email: string; phone: string | null }
  guest: { name: string; email: string; company: string; phone: string | null }
  /** Whom the guest brings along. */
  colleague: { name: string; email: string }
}

type LooseKind = 'freed' | 'earlier' | 'confirm' | 'sign-in'

/** `invitation-guest-da` and so on. */
export type MailPreview = ComposedMail & { name: string; kind: MailFacts['kind'] | ProposalFacts['kind'] | LooseKind; locale: Language }

const TO_ALL: MailFacts['kind'][] = ['invitation', 'update', 'cancellation', 'summary']
const TO_BOTH: MailFacts['kind'][] = ['asked', 'lapsed', 'withdrawn']
const REPLIES: { kind: MailFacts['kind']; part: MailPart; reply: ReplyNews['kind']; name: string }[] = [
  ...(['accepted', 'tentative', 'declined', 'counter'] as const).map((reply) => (
    { kind: 'unproven' as const, part: 'guest' as const, reply, name: `unproven-${reply}` }
  )),
  { kind: 'calendar-no', part: 'host', reply: 'declined', name: 'calendar-no' },
  { kind: 'counter', part: 'host', reply: 'counter', name: 'counter' },
  { kind: 'counter-declined', part: 'guest', reply: 'counter', name: 'counter-declined' },
]
const MAILS: { kind: MailFacts['kind']; part: MailPart; isComing?: boolean; reply?: ReplyNews['kind']; step?: 'late' | 'undated'; name: string }[] = [
  ...TO_ALL.flatMap((kind) => (['guest', 'host', 'colleague'] as const).map((part) => ({ kind, part, name: `${kind}-${part}` }))),
  ...TO_BOTH.flatMap((kind) => (['guest', 'host'] as const).map((part) => ({ kind, part, name: `${kind}-${part}` }))),
  // Who said no needs no mail about it.
  { kind: 'refused', part: 'guest', name: 'refused-guest' },
  { kind: 'removal', part: 'colleague', name: 'removal' },
  ...REPLIES,
  { kind: 'people', part: 'host', isComing: true, name: 'people-coming' },
  { kind: 'people', part: 'host', isComing: false, name: 'people-gone' },
  { kind: 'people', part: 'guest', isComing: false, name: 'people-gone-guest' },
  { kind: 'reminder', part: 'guest', name: 'reminder-guest' },
  { kind: 'reminder', part: 'colleague', name: 'reminder-colleague' },
  { kind: 'missing', part: 'guest', name: 'missing' },
  { kind: 'waiting', part: 'host', name: 'waiting' },
  { kind: 'door-code', part: 'guest', name: 'door-code' },
  ...(['guest', 'host', 'colleague'] as const).map((part) => ({ kind: 'agenda-changed' as const, part, name: `agenda-changed-${part}` })),
  { kind: 'step-due', part: 'guest', name: 'step-due' },
  ...(['late', 'undated'] as const).map((step) => ({ kind: 'step-due' as const, part: 'guest' as const, step, name: `step-due-${step}` })),
]
const LOCALES: Language[] = ['da', 'en']

const WRITTEN_AT = Date.UTC(2026, 10, 20, 8)
const STARTS_AT = Date.UTC(2026, 10, 25, 9)
const MEETING_ID = '0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0001'
const HOST_SEAT_ID = '0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0002'
const GUEST_SEAT_ID = '0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0003'
const COLLEAGUE_SEAT_ID = '0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0004'
const DOCUMENT_ID = '0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0005'
const SITE = 'https://meet.example.com'
const KEY = 'a-key-of-forty-three-letters-for-the-preview'

function timeAt(startsAt: number): string {
  return SITE + paths.book('da', 'intro', { at: isoInstant(startsAt) })
}

const SEAT_IDS: Record<MailPart, string> = { host: HOST_SEAT_ID, guest: GUEST_SEAT_ID, colleague: COLLEAGUE_SEAT_ID }

/** Every mail to guest, host and colleague in both languages, and the one to somebody who watched a time. */
export function previewMails(people: PreviewPeople): MailPreview[] {
  const toSeats = MAILS.flatMap(({ name, ...pick }) => LOCALES.map((locale) => {
    const facts = factsOf(people, { ...pick, locale })
    const organizer = { name: messages(locale).common.productName, address: 'moeder@fremmode.example' }
    return { name: `${name}-${locale}`, kind: pick.kind, locale, ...composeMail({ facts, links: linksFor(pick.part), organizer }) }
  }))
  const toWatchers = LOCALES.map((locale) => ({ name: `freed-${locale}`, kind: 'freed' as const, locale, ...previewFreed(people, locale) }))
  const toWaiting = LOCALES.map((locale) => ({ name: `earlier-${locale}`, kind: 'earlier' as const, locale, ...previewEarlier(people, locale) }))
  const aboutProposals = LOCALES.flatMap((locale) => (['proposed', 'declined'] as const).map((kind) => (
    { name: `${kind}-${locale}`, kind, locale, ...previewProposal(people, kind, locale) }
  )))
  const toConfirm = LOCALES.map((locale) => ({ name: `confirm-${locale}`, kind: 'confirm' as const, locale, ...previewConfirm(people, locale) }))
  const toSignIn = LOCALES.map((locale) => ({ name: `sign-in-${locale}`, kind: 'sign-in' as const, locale, ...previewSignIn(people, locale) }))
  return [...toSeats, ...toWatchers, ...toWaiting, ...toConfirm, ...aboutProposals, ...toSignIn]
}

function previewSignIn({ consultant: { name } }: PreviewPeople, locale: Language): ComposedMail {
  return composeSignIn({ name, locale }, SITE + paths.deskSignInLink(KEY))
}

function previewFreed({ guest }: PreviewPeople, locale: Language): ComposedMail {
  const timeZone = zoneOf(locale)
  const times = { startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS, writtenAt: WRITTEN_AT }
  const facts = { ...times, mailId: MEETING_ID, watchId: MEETING_ID, email: guest.email, locale, timeZone, typeSlug: 'intro', title: TITLES[locale] }
  return composeFreed(facts, { time: SITE + paths.book(locale, 'intro', { at: isoInstant(STARTS_AT), zone: timeZone }), stop: stopIn(locale) })
}

function previewProposal({ consultant, guest }: PreviewPeople, kind: ProposalFacts['kind'], locale: Language): ComposedMail {
  const facts: ProposalFacts = {
    mailId: MEETING_ID, kind, writtenAt: WRITTEN_AT, typeSlug: 'intro', title: TITLES, host: { ...consultant, locale, timeZone: 'Europe/Copenhagen' },
    nextStarts: [1, 2, 26].map((hours) => STARTS_AT + hours * HOUR_MS),
    proposal: {
      id: MEETING_ID, typeId: MEETING_ID, hostId: null, durationMinutes: 60,
      name: guest.name, email: guest.email, companyName: guest.company, phone: guest.phone,
      diagnosis: 'theory-into-practice', diagnosisText: null, message: MESSAGES[locale], locale, timeZone: zoneOf(locale),
      starts: [STARTS_AT, STARTS_AT + DAY_MS], state: 'open', answerText: WORDS[locale], meetingId: null, createdAt: WRITTEN_AT,
    },
  }
  return composeProposal(facts, { desk: SITE + paths.deskProposal(MEETING_ID), bookNext: SITE + paths.book(locale, 'intro'), timeAt })
}

function previewEarlier({ guest, consultant }: PreviewPeople, locale: Language): ComposedMail {
  const earlier = [2, 1, 1].map((days, index) => STARTS_AT - days * DAY_MS + index * HOUR_MS)
  const facts = {
    mailId: MEETING_ID, watchId: MEETING_ID, writtenAt: WRITTEN_AT, name: guest.name, email: guest.email, locale, timeZone: zoneOf(locale),
    host: consultant.name, startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS, earlier, seat: { id: GUEST_SEAT_ID, linkGeneration: 1 },
  }
  const manage = SITE + paths.bookingLink(GUEST_SEAT_ID, KEY)
  return composeEarlier(facts, { moves: earlier.map((at) => `${manage}?at=${encodeURIComponent(isoInstant(at))}`), manage, stop: stopIn(locale) })
}

function stopIn(locale: Language): string {
  return SITE + paths.stopNews(locale, 'an-address-that-only-we-can-read-back-0123456', KEY)
}

function previewConfirm({ guest, consultant }: PreviewPeople, locale: Language): ComposedMail {
  const facts = {
    mailId: MEETING_ID, unconfirmedId: MEETING_ID, writtenAt: WRITTEN_AT, name: guest.name, email: guest.email, locale,
    timeZone: zoneOf(locale), title: TITLES[locale], host: consultant.name, startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS,
    expiresAt: WRITTEN_AT + 30 * MINUTE_MS, isHeld: true,
  }
  return composeConfirm(facts, SITE + paths.confirmLink(locale, MEETING_ID, KEY))
}

function linksFor(part: MailPart): MailLinks {
  const seatId = SEAT_IDS[part]
  const bookNext = SITE + paths.book('da', 'intro')
  if (part === 'host') {
    const manage = SITE + paths.deskMeeting(MEETING_ID)
    const summary = SITE + paths.roomSummary(seatId)
    const offer = SITE + paths.deskLinks()
    const [room, check] = [SITE + paths.room(seatId), SITE + paths.roomCheck(seatId)]
    return { room, check, manage, coming: manage, bookNext, timeAt, moveAt: timeAt, move: bookNext, summary, offer }
  }
  const room = SITE + paths.roomLink(seatId, KEY)
  const check = SITE + paths.roomLink(seatId, KEY, { to: 'check' })
  const own = (query?: Parameters<typeof paths.bookingLink>[2]) => SITE + paths.bookingLink(seatId, KEY, query)
  const moveAt = (startsAt: number) => own({ at: isoInstant(startsAt) })
  const answer = SITE + paths.answerLink('da', MEETING_ID, KEY)
  return {
    room, check, manage: own(), coming: own({ to: 'coming' }), bookNext, timeAt, moveAt, move: own({ to: 'move' }), summary: room, answer,
    code: '204816',
  }
}

/** The English guest sits in New York. */
function zoneOf(locale: Language): string {
  return locale === 'en' ? 'America/New_York' : 'Europe/Copenhagen'
}

type Wanted = { kind: MailFacts['kind']; part: MailPart; locale: Language; isComing?: boolean; reply?: ReplyNews['kind']; step?: 'late' | 'undated' }

function factsOf(people: PreviewPeople, pick: Wanted): MailFacts {
  const { consultant, guest, colleague } = people
  const { kind, part, locale, isComing } = pick
  const guestZone = zoneOf(locale)
  const hostSeat = seatOf('host', { ...consultant, companyName: null, timeZone: 'Europe/Copenhagen', locale })
  const isAtDoor = kind === 'waiting'
  const guestSeat = { ...seatOf('guest', { ...guest, companyName: guest.company, timeZone: guestZone, locale }), ...(isAtDoor ? AT_DOOR : {}) }
  const colleagueSeat = seatOf('colleague', { ...colleague, companyName: guest.company, timeZone: guestZone, locale })
  const seats = { host: hostSeat, guest: guestSeat, colleague: colleagueSeat }
  return {
    mailId: '0a5e6c1e-2f5c-4b0e-9c51-3f0d7a5b0009', kind, channel: 'mail', writtenAt: WRITTEN_AT,
    current: { state: 'scheduled', startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS },
    version: versionOf(people, pick),
    meeting: { id: MEETING_ID, title: TITLES[locale], uid: MEETING_ID, createdAt: WRITTEN_AT, typeSlug: 'intro' },
    recipient: seats[part],
    seats: part === 'guest' || isComing === false ? [hostSeat, guestSeat] : [hostSeat, guestSeat, colleagueSeat],
    host: { ...consultant, timeZone: 'Europe/Copenhagen' },
    guest: {
      seatId: GUEST_SEAT_ID, name: guest.name, email: guest.email, companyName: guest.company, phone: guest.phone, timeZone: guestZone,
    },
    booking: { diagnosis: 'theory-into-practice', diagnosisText: null, message: MESSAGES[locale] },
    counterTime: kind === 'counter' ? 'free' : undefined,
    approval: {
      answerBy: WRITTEN_AT + DAY_MS, text: kind === 'refused' ? WORDS[locale] : null,
      nextStarts: [1, 2, 26].map((hours) => STARTS_AT + hours * HOUR_MS),
    },
    agenda: {
      items: AGENDAS[locale].map(([title, minutes], index) => itemOf(title, minutes, index)),
      entries: kind === 'summary' || kind === 'step-due' ? ENTRIES[locale].map((entry, index) => entryOf(pick.step === 'undated' ? { ...entry, due: '' } : entry, index)) : [],
      currentItemId: null, currentSince: null, polls: kind === 'summary' ? [previewPoll(locale, 'item-1')] : [],
    },
    files: kind === 'summary' ? previewFiles(locale, { documentId: DOCUMENT_ID, guest: guest.name }) : [],
  }
}

function versionOf({ guest, colleague }: PreviewPeople, { kind, part, locale, isComing, reply, step }: Wanted): MailFacts['version'] {
  return {
    sequence: kind === 'invitation' ? 0 : 1, stampedAt: WRITTEN_AT, startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS,
    previousStartsAt: kind === 'update' ? STARTS_AT - DAY_MS + HOUR_MS : undefined,
    who: isComing === undefined ? undefined : { name: colleague.name, isComing },
    stepId: kind === 'step-due' ? 'entry-1' : undefined, stepDay: step === 'late' ? '2026-12-03' : undefined,
    reply: reply && {
      kind: reply, who: guest.name, id: MEETING_ID, startsAt: reply === 'counter' ? STARTS_AT + DAY_MS : null,
      comment: kind === 'unproven' ? null : WORDS[locale],
    },
    changed: kind === 'agenda-changed' ? NEWS[locale].map((news) => (part === 'host' ? { ...news, by: (news.kind === 'file' ? colleague : guest).name } : news)) : undefined,
  }
}

type SeatFacts = Pick<Seat, 'name' | 'email' | 'companyName' | 'locale' | 'timeZone'>

function seatOf(part: MailPart, { name, email, companyName, locale, timeZone }: SeatFacts): Seat {
  const id = SEAT_IDS[part]
  return {
    id, meetingId: MEETING_ID, role: part === 'host' ? 'host' : 'guest', personId: null, consultantId: null, name, email, companyName, locale, timeZone,
    identity: id, linkGeneration: 1, door: 'away', readiness: null, checked: null, lastSeenAt: null, admittedAt: null, handRaisedAt: null,
    deviceHash: null, hold: null, turnUp: null,
  }
}

function itemOf(title: string, minutes: number, index: number): AgendaItem {
  return { id: `item-${index}`, title, purpose: '', minutes, isDone: false, author: 'template', spentMs: 0, ...(index === 1 && { documentId: DOCUMENT_ID }) }
}

const AT_DOOR = { door: 'waiting' } as const

type Line = Pick<AgendaEntry, 'kind' | 'text' | 'owner' | 'due'>

function entryOf(line: Line, index: number): AgendaEntry {
  return { ...line, id: `entry-${index}`, itemId: null, author: 'host', authorName: '', at: STARTS_AT }
}

const TITLES = { da: 'Et første møde', en: 'A first meeting' }

const MESSAGES = {
  da: 'Vi er otte sælgere. Kurserne var gode, men mandag morgen gør vi, som vi plejer.',
  en: 'We are eight salespeople. The courses were good, but on Monday morning we do as we always did.',
}

const WORDS = {
  da: 'Den uge er jeg i Jylland. Kan vi tage den torsdag i stedet?',
  en: 'I am in Jutland that week. Could we do Thursday instead?',
}

const AGENDAS: Record<Language, [string, number][]> = {
  da: [['Velkommen', 3], ['Hvad sker der efter et kursus hos jer?', 10], ['Én teknik, der skal leve', 12], ['Næste skridt', 5]],
  en: [['Welcome', 3], ['What happens after a course at your place?', 10], ['One technique that shall live', 12], ['Next steps', 5]],
}

const ENTRIES: Record<Language, Line[]> = {
  da: [
    { kind: 'decision', text: 'Vi begynder med behovsafdækningen og intet andet.', owner: '', due: '' },
    { kind: 'next-step', text: 'Optag to kundemøder og send dem', owner: 'Søren', due: '2026-12-02' },
    { kind: 'next-step', text: 'Forslag til et forløb på seks uger', owner: 'Mette', due: '2026-12-04' },
    { kind: 'note', text: 'Holdet har haft tre kurser på to år.\nIngen har fulgt op.', owner: '', due: '' },
  ],
  en: [
    { kind: 'decision', text: 'We begin with finding the need, and nothing else.', owner: '', due: '' },
    { kind: 'next-step', text: 'Record two customer meetings and send them', owner: 'Claire', due: '2026-12-02' },
    { kind: 'next-step', text: 'Propose a course of six weeks', owner: 'Mette', due: '2026-12-04' },
    { kind: 'note', text: 'The team had three courses in two years.\nNobody followed up.', owner: '', due: '' },
  ],
}

const NEWS: Record<Language, AgendaNews[]> = {
  da: [
    { kind: 'added', title: 'Vores nye CRM' },
    { kind: 'important', title: 'Én teknik, der skal leve' },
    { kind: 'asked', title: 'Én teknik, der skal leve', text: 'Hvor lang tid går der, før I plejer at se en forskel?' },
    { kind: 'file', title: 'Salgstal.pdf' },
  ],
  en: [
    { kind: 'added', title: 'Our new CRM' },
    { kind: 'important', title: 'One technique that shall live' },
    { kind: 'asked', title: 'One technique that shall live', text: 'How long does it usually take until you see a difference?' },
    { kind: 'file', title: 'Sales figures.pdf' },
  ],
}
