import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import type { SeatRole } from '#app/domain/meeting/meeting.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { MailInput } from '#app/mail/compose/mail-input.ts'
import { CAST } from '../../db/seeds/cast.ts'

const MEETING_ID = 'b1a55e00-0000-4000-8000-000000000001'
export const STARTS_AT = Date.UTC(2026, 10, 25, 9)

type Changes = {
  kind?: MailFacts['kind']
  role?: SeatRole
  locale?: Locale
  guest?: Partial<MailFacts['guest']>
  facts?: Partial<MailFacts>
}

/** Mette Holm meets Søren Kjær on Wednesday 25 November 2026 at 10 in Copenhagen. */
export function mailInput({ kind = 'invitation', role = 'guest', locale = 'da', guest: changed = {}, facts = {} }: Changes = {}): MailInput {
  const { title, phone, ...consultant } = CAST.consultant
  const host = { ...consultant, timeZone: 'Europe/Copenhagen' }
  const { name, email, company } = CAST.soren
  const guest = { seatId: 'seat-guest', name, email, companyName: company, phone: CAST.soren.phone, timeZone: 'Europe/Copenhagen', ...changed }
  const seats = [seat('host', { ...host, companyName: null, locale }), seat('guest', { ...guest, locale })]
  return {
    facts: {
      mailId: 'b1a55e00-0000-4000-8000-000000000009', kind, channel: 'mail', writtenAt: Date.UTC(2026, 10, 20, 8),
      current: { state: 'scheduled', startsAt: STARTS_AT, endsAt: STARTS_AT + 1_800_000 },
      version: { sequence: 0, stampedAt: Date.UTC(2026, 10, 20, 8), startsAt: STARTS_AT, endsAt: STARTS_AT + 1_800_000 },
      meeting: { id: MEETING_ID, title: 'Et første møde', uid: 'uid-1', createdAt: Date.UTC(2026, 10, 20, 8), typeSlug: 'intro' },
      recipient: seat(role, { ...(role === 'host' ? { ...host, companyName: null } : guest), locale }), seats, host: { ...host, title, phone }, guest,
      booking: { diagnosis: 'theory-into-practice', diagnosisText: null, message: 'Vi er otte sælgere.' },
      agenda: { items: [item('Velkommen', 5)], entries: [], currentItemId: null, currentSince: null },
      approval: { answerBy: null, text: null, nextStarts: [] },
      ...facts,
    },
    links: {
      room: `https://meet.example.com/${role}/room`, check: `https://meet.example.com/${role}/check`, manage: `https://meet.example.com/${role}/manage`,
      bookNext: 'https://meet.example.com/book/intro', timeAt: (at) => `https://meet.example.com/book/intro?at=${at}`, summary: `https://meet.example.com/${role}/summary`,
      coming: `https://meet.example.com/${role}/coming`, move: `https://meet.example.com/${role}/move`,
      moveAt: (at) => `https://meet.example.com/${role}/move?at=${at}`,
    },
    organizer: { name: 'Fremmøde', address: 'moeder@fremmode.example' },
  }
}

export function item(title: string, minutes: number): MailFacts['agenda']['items'][number] {
  return { id: title, title, purpose: '', minutes, isDone: false, author: 'template', spentMs: 0 }
}

type Entry = MailFacts['agenda']['entries'][number]

export function entry(kind: Entry['kind'], text: string, { owner = '', due = '' } = {}): Entry {
  return { id: text, kind, itemId: null, text, owner, due, author: 'host', authorName: 'Mette Holm', at: STARTS_AT }
}

function seat(role: SeatRole, who: Pick<Seat, 'name' | 'email' | 'companyName' | 'locale' | 'timeZone'>): Seat {
  const { name, email, companyName, locale, timeZone } = who
  return {
    id: `seat-${role}`, meetingId: MEETING_ID, role, personId: null, consultantId: null, name, email, companyName, locale, timeZone,
    identity: role, linkGeneration: 1, door: 'away', readiness: null, checked: null, lastSeenAt: null, admittedAt: null, handRaisedAt: null,
    deviceHash: null, hold: null, turnUp: null,
  }
}
