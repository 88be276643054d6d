import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { approveBooking } from '#app/domain/booking/approval/commands.server.ts'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { findMeetingSheet, readDeskDay } from '#app/domain/booking/desk/desk.server.ts'
import { findMailFacts } from '#app/domain/booking/mail-facts.server.ts'
import { requireOffer, toOffer } from '#app/domain/booking/offer/offer.server.ts'
import { awaitConfirmation, findConfirmFacts } from '#app/domain/booking/unconfirmed/unconfirmed.server.ts'
import { organizer } from '#app/domain/people/mail/organizer.server.ts'
import { findMeetingType } from '#app/domain/calendar/queries.server.ts'
import { replaceWeeklyHours } from '#app/domain/calendar/rules/schedule.server.ts'
import { saveTypeHosts } from '#app/domain/calendar/types/type-commands.server.ts'
import { comeToDoor, leaveDoor } from '#app/domain/meeting/door/door.server.ts'
import { findMeeting, listSeats } from '#app/domain/meeting/queries.server.ts'
import type { Seat } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { composeMail } from '#app/mail/compose/compose-mail.ts'
import { linksFor } from '#app/mail/links.server.ts'
import { db } from '#db/client.server.ts'
import { consultant, mail, meetingType } from '#db/schema.server.ts'
import { CAST } from '../../../../db/seeds/cast.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { readIcs } from '../../../support/ics-bytes.ts'
import { NOW, passOf, READY } from '../../../support/meetings.ts'

const database = useDatabase()
let [anna, bo, typeId] = ['', '', '']

/** Anna owns the type; Bo has the same hours, and both are needed. */
beforeEach(async () => {
  await database.reset()
  anna = await makeDesk()
  bo = newId()
  const about = { ...CAST.consultant, name: 'Bo Berg', email: 'bo@example.com', locale: 'en' as const, timeZone: 'Europe/London' }
  await db().insert(consultant).values({ ...about, id: bo })
  await replaceWeeklyHours(bo, [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 480, endMinute: 960 })))
  typeId = (await findMeetingType('intro'))?.id ?? ''
  await needed(anna, bo)
})

const needed = (...hostIds: string[]) => saveTypeHosts(anna, typeId, {
  assign: 'all', hosts: hostIds.map((hostId) => ({ hostId, weight: 1, scheduleId: null })),
})

async function book(): Promise<{ seatId: string; meetingId: string }> {
  const booked = await bookSlot(askFor({ startsAt: THURSDAY_TEN }), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  const { guestSeatId: seatId } = booked.value
  return { seatId, meetingId: (await passOf(seatId)).meeting.id }
}

const hostsOf = async (meetingId: string) => (await listSeats(meetingId)).filter((one) => one.role === 'host')
const seatOf = async (meetingId: string, hostId: string): Promise<Seat> => {
  const found = (await hostsOf(meetingId)).find(({ consultantId }) => consultantId === hostId)
  if (!found) throw new Error('That host has no seat')
  return found
}

/** Kind, reader and METHOD of each mail, in the order in which they were written. */
async function written(meetingId: string): Promise<{ kind: string; to: string; method?: string; ics: string }[]> {
  const rows = await db().select().from(mail).where(eq(mail.meetingId, meetingId))
  return Promise.all(rows.map(async ({ id, kind }) => {
    const facts = await findMailFacts(id, NOW)
    if (!facts) throw new Error('The mail has nothing to say')
    const { ics } = composeMail({ facts, links: linksFor(facts), organizer: organizer() })
    return { kind, to: facts.recipient.email, method: ics?.method, ics: ics?.content ?? '' }
  }))
}

test('everyone who is needed has a seat in their own zone, an invitation, and the meeting on their desk', async () => {
  const { meetingId } = await book()
  expect((await hostsOf(meetingId)).map(({ name, timeZone }) => [name, timeZone]))
    .toEqual([['Mette Holm', 'Europe/Copenhagen'], ['Bo Berg', 'Europe/London']])
  const mails = await written(meetingId)
  expect(mails.map(({ kind, to }) => `${kind} ${to}`).sort())
    .toEqual(['invitation bo@example.com', `invitation ${CAST.consultant.email}`, `invitation ${CAST.soren.email}`].sort())
  for (const { ics } of mails) {
    const attendees = readIcs(ics).filter(({ name }) => name === 'ATTENDEE').map(({ value }) => value)
    expect(attendees.sort()).toEqual(['mailto:bo@example.com', `mailto:${CAST.consultant.email}`, `mailto:${CAST.soren.email}`].sort())
  }
  for (const [hostId, timeZone] of [[anna, 'Europe/Copenhagen'], [bo, 'Europe/London']] as const) {
    const day = await readDeskDay({ id: hostId, timeZone, locale: 'da' }, NOW)
    expect(JSON.stringify(day)).toContain(meetingId)
    const coHosts = [hostId === anna ? 'Bo Berg' : 'Mette Holm']
    expect(await findMeetingSheet({ id: hostId, locale: 'da' }, meetingId, NOW)).toMatchObject({ hostSeatId: (await seatOf(meetingId, hostId)).id, coHosts })
  }
  expect(await findMeetingSheet({ id: newId(), locale: 'da' }, meetingId, NOW)).toBeNull()
})

test('the page and the guest\'s mail name all whom the guest will meet', async () => {
  const { type, hosts } = await requireOffer('intro', NOW)
  expect(toOffer(type, hosts, { locale: 'da' })).toMatchObject({ host: 'Mette Holm og Bo Berg', hostTitle: '' })
  const { meetingId, seatId } = await book()
  const [row] = await db().select().from(mail).where(eq(mail.seatId, seatId))
  const facts = await findMailFacts(row?.id ?? '', NOW)
  expect(facts?.meeting.id).toBe(meetingId)
  expect(facts?.host).toMatchObject({ name: 'Mette Holm og Bo Berg', title: '', phone: CAST.consultant.phone })
})

test('all hear of a move and of a call-off, whoever of them called it off', async () => {
  const { meetingId, seatId } = await book()
  expect(await moveBooking(seatId, THURSDAY_TEN + DAY_MS, NOW)).toMatchObject({ ok: true })
  expect(await cancelBooking((await seatOf(meetingId, bo)).id, NOW)).toMatchObject({ ok: true })
  const heard = (await written(meetingId)).filter(({ to }) => to === 'bo@example.com')
  expect(heard.map(({ kind, method }) => `${kind} ${method}`).sort()).toEqual(['cancellation CANCEL', 'invitation REQUEST', 'update REQUEST'])
})

test('a move follows who is needed by then: one more gets the entry, and who is out loses it and the way in', async () => {
  await needed(anna)
  const { meetingId, seatId } = await book()
  await needed(bo)
  const annasSeat = await seatOf(meetingId, anna)
  expect(await moveBooking(seatId, THURSDAY_TEN + DAY_MS, NOW)).toMatchObject({ ok: true })
  expect((await hostsOf(meetingId)).map(({ name }) => name)).toEqual(['Bo Berg'])
  expect(await findMeeting(meetingId)).toMatchObject({ hostId: bo })
  expect(await findMeetingSheet({ id: anna, locale: 'da' }, meetingId, NOW)).toBeNull()
  const mails = await written(meetingId)
  expect(mails.find(({ kind, to }) => kind === 'update' && to === 'bo@example.com')?.method).toBe('REQUEST')
  const removal = mails.find(({ kind }) => kind === 'removal')
  expect(removal).toMatchObject({ to: annasSeat.email, method: 'CANCEL' })
  expect(readIcs(removal?.ics ?? '').filter(({ name }) => name === 'ATTENDEE')).toHaveLength(1)
  expect(removal?.ics).not.toContain('STATUS:CANCELLED')
})

test('the mail that asks for a confirmation names everybody whom the meeting is with', async () => {
  const asked = { addressHash: 'a network', mostPerAddress: 3 }
  expect((await awaitConfirmation(askFor({ startsAt: THURSDAY_TEN }), asked, NOW)).ok).toBe(true)
  const [row] = await db().select().from(mail)
  expect((await findConfirmFacts(row?.id ?? '', NOW))?.host).toBe('Mette Holm og Bo Berg')
})

test('time that is freed is free at once with a host whom the type no longer names', async () => {
  const { meetingId, seatId } = await book()
  await needed(anna)
  const versionOf = async (id: string) => (await db().select().from(consultant).where(eq(consultant.id, id)))[0]?.calendarVersion ?? 0
  const before = await versionOf(bo)
  expect(await moveBooking(seatId, THURSDAY_TEN + DAY_MS, NOW)).toMatchObject({ ok: true })
  expect((await hostsOf(meetingId)).map(({ name }) => name)).toEqual(['Mette Holm'])
  expect(await versionOf(bo)).toBeGreaterThan(before)
})

test('whoever of them answers first answers for all', async () => {
  await db().update(meetingType).set({ needsApproval: true }).where(eq(meetingType.id, typeId))
  const { meetingId } = await book()
  expect(await approveBooking({ hostId: newId(), meetingId }, NOW)).toEqual({ ok: false, reason: 'no-such-booking' })
  expect(await approveBooking({ hostId: bo, meetingId }, NOW)).toMatchObject({ ok: true })
  expect(await approveBooking({ hostId: anna, meetingId }, NOW)).toMatchObject({ ok: true })
  expect((await written(meetingId)).filter(({ kind }) => kind === 'invitation')).toHaveLength(3)
})

test('a room that was opened early stays open until the last of them has gone', async () => {
  const { meetingId } = await book()
  const [annas, bos] = [await passOf((await seatOf(meetingId, anna)).id), await passOf((await seatOf(meetingId, bo)).id)]
  for (const pass of [annas, bos]) await comeToDoor(pass, { readiness: READY, now: NOW })
  await leaveDoor(annas, NOW)
  expect(await findMeeting(meetingId)).toMatchObject({ state: 'open' })
  await leaveDoor(bos, NOW)
  expect(await findMeeting(meetingId)).toMatchObject({ state: 'scheduled' })
})
