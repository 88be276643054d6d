import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { readColleagueForm, type NewColleague } from '#app/domain/booking/colleagues/colleague.ts'
import { addColleague, decline, removeColleague } from '#app/domain/booking/colleagues/commands.server.ts'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { closeAttendance, listAttendance, openAttendance } from '#app/domain/meeting/attendance/attendance.server.ts'
import { admit, knock, leaveDoor, openRoom } from '#app/domain/meeting/door/door.server.ts'
import { forgetWithdrawn } from '#app/domain/meeting/guests/guests.server.ts'
import { findSeat, listSeats } from '#app/domain/meeting/queries.server.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { booking, consultant, mail, meeting, person, seat } from '#db/schema.server.ts'
import { CAST } from '../../../../db/seeds/cast.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW, passOf, READY } from '../../../support/meetings.ts'
import { formOf } from '../../../support/routes.ts'

const database = useDatabase()
const amina: NewColleague = { name: CAST.amina.name, email: 'Amina@Example.com', timeZone: 'America/New_York', locale: 'en' }
let seatId: string
let meetingId: string

beforeEach(async () => {
  await database.reset()
  await makeDesk()
  const booked = await bookSlot(askFor(), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  seatId = booked.value.guestSeatId
  meetingId = (await passOf(seatId)).meeting.id
  await db().delete(mail)
})

test('a colleague has a seat of the same company, in their own zone and language, and is no known person', async () => {
  const colleague = await passOf(await added())
  expect(colleague.seat).toMatchObject({
    role: 'guest', name: 'Amina Yusuf', email: 'amina@example.com', companyName: CAST.soren.company, locale: 'en',
    timeZone: 'America/New_York', personId: null,
  })
  expect(await db().$count(person)).toBe(1)
})

test('the colleague is invited, the host is told who comes, and nobody else gets a mail; all at the next SEQUENCE', async () => {
  const colleague = await added()
  expect(await mails()).toEqual([
    { kind: 'invitation', to: colleague, sequence: 1, who: undefined },
    { kind: 'people', to: await hostSeatId(), sequence: 1, who: { name: 'Amina Yusuf', isComing: true } },
  ])
  expect((await passOf(seatId)).meeting).toMatchObject({ icsSequence: 1, movedAt: null })
})

test('nobody is invited to what waits for the consultant’s yes, for it stands in no calendar yet', async () => {
  await db().update(meeting).set({ state: 'pending' }).where(eq(meeting.id, meetingId))
  expect(await addColleague(seatId, amina, NOW)).toEqual({ ok: false, reason: 'not-changeable' })
  expect(await mails()).toEqual([])
})

test.each([
  ['twice', { email: 'AMINA@example.com' }, 'already-there'],
  ['the one who books', { email: ` ${CAST.soren.email.toUpperCase()} ` }, 'is-you'],
  ['the consultant', { email: CAST.consultant.email }, 'is-host'],
] as const)('%s is refused by name', async (_, given, reason) => {
  await added()
  expect(await addColleague(seatId, { ...amina, ...given }, NOW)).toEqual({ ok: false, reason })
})

test('the address that the consultant has got since is the consultant\'s too', async () => {
  await db().update(consultant).set({ email: 'Ny@Example.com' })
  expect(await addColleague(seatId, { ...amina, email: 'ny@example.com' }, NOW)).toEqual({ ok: false, reason: 'is-host' })
})

test('five come along at most, also when eight are added at once', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, (_, index) => addColleague(seatId, { ...amina, email: `c${index}@example.com` }, NOW)))
  expect(all.map((one) => one.ok || one.reason).sort()).toEqual([...Array<string>(3).fill('full'), ...Array<boolean>(5).fill(true)].sort())
  expect(await listSeats(meetingId)).toHaveLength(7)
})

test('one address added twice at once comes once', async () => {
  const both = await Promise.all([addColleague(seatId, amina, NOW), addColleague(seatId, amina, NOW)])
  expect(both.map((one) => one.ok || one.reason).sort()).toEqual(['already-there', true])
})

test('a colleague is told of a move and of the end, and asked for nothing in between', async () => {
  const colleague = await added()
  await db().delete(mail)
  await moveBooking(seatId, THURSDAY_TEN + DAY_MS, NOW)
  await cancelBooking(seatId, NOW)
  expect((await mails()).filter(({ to }) => to === colleague).map(({ kind, sequence }) => [kind, sequence])).toEqual([['update', 2], ['cancellation', 3]])
})

test('whoever is removed is out of everything at once, and gets one mail at a higher SEQUENCE', async () => {
  const colleague = await added()
  expect(await removeColleague(seatId, colleague, NOW)).toEqual({ ok: true, value: null })
  expect(await removeColleague(seatId, colleague, NOW)).toEqual({ ok: true, value: null })
  expect([await findSeat(colleague), (await listSeats(meetingId)).map(({ role }) => role)]).toEqual([null, ['host', 'guest']])
  expect((await mails()).slice(2)).toEqual([
    { kind: 'people', to: await hostSeatId(), sequence: 2, who: { name: 'Amina Yusuf', isComing: false } },
    { kind: 'removal', to: colleague, sequence: 2, who: undefined },
  ])
  await moveBooking(seatId, THURSDAY_TEN + DAY_MS, NOW)
  expect((await mails()).filter(({ to }) => to === colleague)).toHaveLength(2)
})

test('whoever was removed by the one who booked can be brought along again', async () => {
  await removeColleague(seatId, await added(), NOW)
  expect((await addColleague(seatId, amina, NOW)).ok).toBe(true)
})

test('whoever said no can\'t be brought along to this meeting again, and only a hash remembers that', async () => {
  const colleague = await added()
  expect(await decline(colleague, NOW)).toEqual({ ok: true, value: null })
  expect(await addColleague(seatId, { ...amina, email: ' AMINA@EXAMPLE.COM' }, NOW)).toEqual({ ok: false, reason: 'declined' })
  await forgetWithdrawn(colleague)
  expect([await db().$count(seat, eq(seat.id, colleague)), await db().$count(mail, eq(mail.seatId, colleague))]).toEqual([0, 0])
  const [row] = await db().select().from(booking)
  expect(row?.declinedHashes).toEqual([expect.stringMatching(/^[\w-]{43}$/)])
})

test('nobody is forgotten who was not withdrawn', async () => {
  await forgetWithdrawn(await added())
  expect(await listSeats(meetingId)).toHaveLength(3)
})

test('a colleague brings nobody and removes nobody, and the one who booked can\'t say no to their own meeting', async () => {
  const [colleague, other] = [await added(), await added('bo@example.com')]
  const refused = { ok: false, reason: 'no-such-booking' }
  expect(await addColleague(colleague, { ...amina, email: 'ny@example.com' }, NOW)).toEqual(refused)
  expect(await removeColleague(colleague, other, NOW)).toEqual(refused)
  expect(await decline(seatId, NOW)).toEqual(refused)
  expect(await listSeats(meetingId)).toHaveLength(4)
})

test('nobody outside the meeting is removed by it, and neither is the host or the one who booked', async () => {
  await added()
  for (const id of [await hostSeatId(), seatId]) expect(await removeColleague(seatId, id, NOW)).toEqual({ ok: true, value: null })
  expect(await listSeats(meetingId)).toHaveLength(3)
})

test('once the meeting begins or is off, who comes is no longer changed', async () => {
  const colleague = await added()
  expect(await addColleague(seatId, { ...amina, email: 'x@example.com' }, THURSDAY_TEN)).toEqual({ ok: false, reason: 'not-changeable' })
  expect(await removeColleague(seatId, colleague, THURSDAY_TEN)).toEqual({ ok: false, reason: 'not-changeable' })
  await cancelBooking(seatId, NOW)
  expect(await decline(colleague, NOW)).toEqual({ ok: false, reason: 'not-changeable' })
})

test('nobody is invited to, or taken off, what the consultant has not agreed to yet', async () => {
  await db().update(meeting).set({ state: 'pending' })
  expect(await addColleague(seatId, amina, NOW)).toEqual({ ok: false, reason: 'not-changeable' })
  await db().update(meeting).set({ state: 'scheduled' })
  const colleague = await added()
  await db().update(meeting).set({ state: 'pending' })
  expect(await removeColleague(seatId, colleague, NOW)).toEqual({ ok: false, reason: 'not-changeable' })
})

test('a colleague who says no is taken off, and host and booker are told once each', async () => {
  const colleague = await added()
  await db().delete(mail)
  await Promise.all([decline(colleague, NOW), decline(colleague, NOW)])
  const who = { name: 'Amina Yusuf', isComing: false }
  const told = await mails()
  expect(told).toHaveLength(3)
  expect(told).toEqual(expect.arrayContaining([
    { kind: 'people', to: await hostSeatId(), sequence: 2, who },
    { kind: 'people', to: seatId, sequence: 2, who },
    { kind: 'removal', to: colleague, sequence: 2, who: undefined },
  ]))
})

test('saying no works after the planned start, at the door, and while the others talk; not inside, and not when it is over', async () => {
  const [late, waiting, inside] = [await added('late@example.com'), await added('door@example.com'), await added('in@example.com')]
  const at = THURSDAY_TEN + MINUTE_MS
  const host = await passOf(await hostSeatId())
  await openRoom(host, { readiness: READY, now: at })
  for (const id of [waiting, inside]) await knock(await passOf(id), { readiness: READY, now: at })
  await admit(host, { guestSeatId: inside, now: at })
  expect([(await decline(late, at)).ok, (await decline(waiting, at)).ok]).toEqual([true, true])
  expect(await decline(inside, at)).toEqual({ ok: false, reason: 'inside' })
  await openAttendance({ meetingId, seatId: inside, participantSid: 'PA_1', joinedAt: at })
  expect(await decline(inside, at + HOUR_MS)).toEqual({ ok: false, reason: 'inside' })
  await leaveDoor(await passOf(inside), at + HOUR_MS)
  await endMeeting(host, at + HOUR_MS)
  expect(await decline(inside, at + HOUR_MS)).toEqual({ ok: false, reason: 'not-changeable' })
})

test('a meeting that nobody opened is over at its planned end', async () => {
  const colleague = await added()
  expect(await decline(colleague, THURSDAY_TEN + 30 * MINUTE_MS)).toEqual({ ok: false, reason: 'not-changeable' })
  expect((await decline(colleague, THURSDAY_TEN + 30 * MINUTE_MS - 1)).ok).toBe(true)
})

test('who was in the call, left and said no was there all the same: only the address is forgotten', async () => {
  const colleague = await added()
  const host = await passOf(await hostSeatId())
  await openRoom(host, { readiness: READY, now: THURSDAY_TEN })
  await openAttendance({ meetingId, seatId: colleague, participantSid: 'PA_1', joinedAt: THURSDAY_TEN })
  await closeAttendance(meetingId, { leftAt: THURSDAY_TEN + MINUTE_MS })
  expect((await decline(colleague, THURSDAY_TEN + MINUTE_MS)).ok).toBe(true)
  await forgetWithdrawn(colleague)
  expect(await db().select({ name: seat.name, email: seat.email }).from(seat).where(eq(seat.id, colleague))).toEqual([{ name: 'Amina Yusuf', email: '' }])
  expect(await listAttendance(meetingId)).toHaveLength(1)
})

const home = { timeZone: 'Europe/Copenhagen', locale: 'da' } as const

test('the form needs a name and an address that mail could reach; zone and language are the booker\'s unless they are said', () => {
  expect(readColleagueForm(formOf({ name: ' ', email: 'amina@firma' }), home)).toMatchObject({
    colleague: null, faults: { name: 'nameMissing', email: 'emailBroken' },
  })
  expect(readColleagueForm(formOf({ name: 'x'.repeat(121) }), home).faults).toEqual({ name: 'tooLong', email: 'emailMissing' })
  expect(readColleagueForm(formOf({ name: 'A', email: 'a@b.dk', timeZone: 'Nowhere/Else', locale: 'fr' }), home).colleague).toMatchObject(home)
  const elsewhere = { timeZone: 'Asia/Tokyo', locale: 'en' }
  expect(readColleagueForm(formOf({ name: 'A\r\nBcc: x', email: 'a@b.dk', ...elsewhere }), home).colleague).toMatchObject({ name: 'A Bcc: x', ...elsewhere })
})

async function added(email = amina.email): Promise<string> {
  const made = await addColleague(seatId, { ...amina, email }, NOW)
  if (!made.ok) throw new Error(made.reason)
  return made.value.seatId
}

async function hostSeatId(): Promise<string> {
  return (await listSeats(meetingId)).find(({ role }) => role === 'host')?.id ?? ''
}

/** In the order in which they were caused. */
async function mails() {
  const rows = await db().select().from(mail).orderBy(asc(mail.createdAt), asc(mail.kind))
  return rows.map(({ kind, seatId: to, snapshot }) => ({ kind, to, sequence: snapshot?.sequence, who: snapshot?.who }))
}
