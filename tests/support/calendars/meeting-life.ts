import { asc, eq, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { approveBooking, refuseBooking } from '#app/domain/booking/approval/commands.server.ts'
import { addColleague, removeColleague } from '#app/domain/booking/colleagues/commands.server.ts'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { listSeats, findMeeting } from '#app/domain/meeting/queries.server.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { sendMail } from '#app/mail/handlers.server.ts'
import { db } from '#db/client.server.ts'
import { mail, meeting, meetingType, occupiedTime } from '#db/schema.server.ts'
import { CAST } from '../../../db/seeds/cast.ts'
import { askFor, THURSDAY_TEN } from '../booking-world.ts'
import { NOW } from '../meetings.ts'
import type { SmtpSink } from '../smtp-sink.ts'
import { readCalendarMail, type CalendarMail } from './calendar-mail.ts'

const COLLEAGUES = [
  { name: 'Amina Yusuf', email: 'amina@example.com', timeZone: 'Europe/Copenhagen', locale: 'da' },
  { name: 'Thomas "Tom" Ørsted, CEO', email: 'tom@example.com', timeZone: 'America/New_York', locale: 'en' },
] as const

/** Times of one day that are free of each other: to move to another and back. */
const STARTS = [THURSDAY_TEN, THURSDAY_TEN + 4 * HOUR_MS, THURSDAY_TEN + DAY_MS]

/** One thing that somebody does with a meeting, or that the mails which wait are sent. */
type Step =
  | { kind: 'move'; to: number } | { kind: 'cancel'; by: 'host' | 'guest' } | { kind: 'bring' | 'remove'; who: number }
  | { kind: 'approve' | 'refuse' | 'send' }

export type MeetingLife = { isAskedFor: boolean; steps: Step[] }

/** Any life of a meeting: asked for or booked, moved, moved back, called off, people coming, going and coming again. */
export const meetingLife: fc.Arbitrary<MeetingLife> = fc.record({
  isAskedFor: fc.boolean(),
  steps: fc.array(fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), to: fc.nat({ max: STARTS.length - 1 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), by: fc.constantFrom('host' as const, 'guest' as const) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('bring' as const, 'remove' as const), who: fc.nat({ max: 1 }) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('approve' as const, 'refuse' as const) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const) }) },
  ), { minLength: 1, maxLength: 12 }),
})

/** What one address was sent, in the order in which it left, and what its calendar has to show in the end. */
export type Recipient = { address: string; mails: CalendarMail[]; right: RightEntry | null }
export type RightEntry = { uid: string; starts: string; ends: string; seatId: string; attendees: string[] }

/** Lives the life by the product's own commands, and sends its mails by the product's own worker code to the sink. */
export async function live({ isAskedFor, steps }: MeetingLife, sink: SmtpSink): Promise<Recipient[]> {
  await db().delete(meeting)
  await db().delete(occupiedTime)
  sink.mails.length = 0
  await db().update(meetingType).set({ needsApproval: isAskedFor })
  const booked = await bookSlot(askFor({ startsAt: STARTS[0] }), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  const [row] = await db().select({ id: meeting.id, hostId: meeting.hostId }).from(meeting)
  if (!row) throw new Error('What was booked is there')
  const about = { meetingId: row.id, hostId: row.hostId, guestSeatId: booked.value.guestSeatId }
  for (const [index, step] of steps.entries()) await take(step, about, NOW + (index % 3) * MINUTE_MS)
  await sendAll()
  return recipientsOf(about.meetingId, sink)
}

type About = { meetingId: string; hostId: string; guestSeatId: string }

/** What is refused, such as to move what is off, changes nothing. */
async function take(step: Step, { meetingId, hostId, guestSeatId }: About, now: number): Promise<void> {
  const seats = await listSeats(meetingId)
  const seatOf = (who: number) => seats.find(({ email }) => email === COLLEAGUES[who]?.email)?.id ?? guestSeatId
  const [colleague] = 'who' in step ? COLLEAGUES.slice(step.who) : []
  switch (step.kind) {
    case 'move': return void await moveBooking(guestSeatId, STARTS[step.to] ?? NOW, now)
    case 'cancel': return void await cancelBooking(step.by === 'guest' ? guestSeatId : seats[0]?.id ?? '', now)
    case 'bring': return void (colleague && await addColleague(guestSeatId, colleague, now))
    case 'remove': return void await removeColleague(guestSeatId, seatOf(step.who), now)
    case 'approve': return void await approveBooking({ hostId, meetingId }, now)
    case 'refuse': return void await refuseBooking({ hostId, meetingId, text: null }, now)
    case 'send': return sendAll()
  }
}

/** As the queue does, in the order of each seat. */
async function sendAll(): Promise<void> {
  const waiting = await db().select({ mailId: mail.id }).from(mail).where(isNull(mail.sentAt)).orderBy(asc(mail.createdAt), asc(mail.id))
  for (const { mailId } of waiting) await sendMail({ mailId }, { number: 1, isLast: false })
}

async function recipientsOf(meetingId: string, sink: SmtpSink): Promise<Recipient[]> {
  const mails = (await Promise.all(sink.accepted().map(readCalendarMail))).filter(({ alternative }) => alternative !== null)
  const found = await findMeeting(meetingId)
  const [row] = await db().select().from(meeting).where(eq(meeting.id, meetingId))
  const seats = await listSeats(meetingId)
  const addresses = [CAST.consultant.email, CAST.soren.email, ...COLLEAGUES.map(({ email }) => email)]
  return addresses.map((address) => {
    const seat = seats.find(({ email }) => email === address)
    const isOn = seat !== undefined && found?.state === 'scheduled'
    const isNamed = ({ id, role, email }: Seat) => role === 'host' || id === seat?.id || email === CAST.soren.email
    const names = seat?.role === 'host' ? seats : seats.filter(isNamed)
    return {
      address, mails: mails.filter(({ to }) => to === address),
      right: isOn && row ? {
        uid: row.icsUid, starts: utc(row.startsAt), ends: utc(row.endsAt), seatId: seat.id,
        attendees: names.map(({ email }) => email).sort(),
      } : null,
    }
  })
}

function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}
