import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { findCalendarVersion, findMeetingType, listOpenSlots } from '#app/domain/calendar/queries.server.ts'
import { replaceWeeklyHours } from '#app/domain/calendar/rules/schedule.server.ts'
import { saveHostCaps } from '#app/domain/calendar/rules/host-rules.server.ts'
import { saveType, saveTypeHosts } from '#app/domain/calendar/types/type-commands.server.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { meeting, meetingType, occupiedTime, seat } from '#db/schema.server.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW } from '../../../support/meetings.ts'
import { addBo, shareIntro } from '../../../support/shared-type.ts'

const database = useDatabase()
let [anna, bo, typeId] = ['', '', '']

/** Two hosts with the same hours; Bo's desk is a copy of Anna's, and owns no type. */
beforeEach(async () => {
  await database.reset()
  anna = await makeDesk()
  bo = await addBo()
  typeId = (await findMeetingType('intro'))?.id ?? ''
})

const share = (assign: 'any' | 'all', weights?: [number, number]) => shareIntro([anna, bo], assign, weights)

let count = 0

/** Books as somebody of a company that never came before, unless told otherwise. */
async function book(startsAt: number, companyName = `Firma ${++count}`): Promise<{ seatId: string; hostId: string }> {
  const booked = await bookSlot(askFor({ startsAt, companyName, email: `gaest${++count}@example.com` }), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  const [row] = await db().select({ hostId: meeting.hostId }).from(meeting)
    .innerJoin(seat, eq(seat.meetingId, meeting.id)).where(eq(seat.id, booked.value.guestSeatId))
  return { seatId: booked.value.guestSeatId, hostId: row?.hostId ?? '' }
}

const refusalOf = async (startsAt: number, companyName: string) => {
  const booked = await bookSlot(askFor({ startsAt, companyName, email: `gaest${++count}@example.com` }), NOW)
  return booked.ok ? null : booked.reason
}

test('hosts take turns, and the weight decides how many', async () => {
  await share('any', [1, 2])
  const hosts: string[] = []
  for (let day = 0; day < 6; day++) hosts.push((await book(THURSDAY_TEN + [0, 1, 4, 5, 6, 7][day]! * DAY_MS)).hostId)
  expect(hosts.filter((id) => id === bo)).toHaveLength(4)
  expect(hosts[0]).toBe(anna)
})

test('a slot is there as long as one host is free, and two bookings of it go to two hosts', async () => {
  await share('any')
  expect([(await book(THURSDAY_TEN)).hostId, (await book(THURSDAY_TEN)).hostId].sort()).toEqual([anna, bo].sort())
  expect(await refusalOf(THURSDAY_TEN, 'En tredje')).toBe('slot-taken')
})

test('a company that comes again meets the same host', async () => {
  await share('any')
  const first = await book(THURSDAY_TEN, 'Nordlys')
  expect(first.hostId).toBe(anna)
  expect((await book(THURSDAY_TEN + HOUR_MS)).hostId).toBe(bo)
  expect((await book(THURSDAY_TEN + DAY_MS, 'nordlys ')).hostId).toBe(anna)
  expect((await book(THURSDAY_TEN + DAY_MS, 'Nordlys')).hostId).toBe(bo)
})

test('where all are needed every calendar is taken, and given free together', async () => {
  await share('all')
  const { seatId } = await book(THURSDAY_TEN)
  const states = async () => {
    const rows = await db().select().from(occupiedTime)
    return rows.map(({ hostId, state }) => `${hostId === bo ? 'bo' : 'anna'} ${state}`).sort()
  }
  expect(await states()).toEqual(['anna confirmed', 'bo confirmed'])
  expect(await moveBooking(seatId, THURSDAY_TEN + DAY_MS, NOW)).toMatchObject({ ok: true })
  const starts = (await db().select().from(occupiedTime)).map(({ startsAt }) => startsAt.getTime())
  expect(starts).toEqual([THURSDAY_TEN + DAY_MS, THURSDAY_TEN + DAY_MS])
  await cancelBooking(seatId, NOW)
  expect(await states()).toEqual(['anna cancelled', 'bo cancelled'])
})

const times = { scheduleId: null, durationMinutes: 30, stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }

test('a meeting is as long as was chosen, if the type has that length, and keeps it when it moves', async () => {
  await saveType(anna, typeId, { ...times, otherDurations: [45] })
  const lengthOf = async (typeSlug: string, startsAt: number) => {
    const booked = await bookSlot(askFor({ typeSlug, startsAt, email: `gaest${++count}@example.com` }), NOW)
    if (!booked.ok) return booked.reason
    await moveBooking(booked.value.guestSeatId, startsAt + DAY_MS, NOW)
    const [row] = await db().select({ meeting }).from(meeting).innerJoin(seat, eq(seat.meetingId, meeting.id))
      .where(eq(seat.id, booked.value.guestSeatId))
    return row && (row.meeting.endsAt.getTime() - row.meeting.startsAt.getTime()) / 60_000
  }
  expect([await lengthOf('intro.45', THURSDAY_TEN), await lengthOf('intro', THURSDAY_TEN + HOUR_MS), await lengthOf('intro.300', THURSDAY_TEN)])
    .toEqual([45, 30, 'no-such-type'])
})

test('a meeting moves with its own host', async () => {
  await share('any')
  const first = await book(THURSDAY_TEN)
  const other = await book(THURSDAY_TEN + DAY_MS)
  expect(first.hostId).not.toBe(other.hostId)
  await book(THURSDAY_TEN + DAY_MS)
  expect(await moveBooking(first.seatId, THURSDAY_TEN + DAY_MS, NOW)).toEqual({ ok: false, reason: 'slot-taken' })
  expect(await moveBooking(first.seatId, THURSDAY_TEN + HOUR_MS, NOW)).toMatchObject({ ok: true })
})

const limits = {
  noticeMinutes: 0, noticeCounts: 'elapsed' as const, horizonDays: 60, horizonDate: null,
  maxPerDay: null, maxPerWeek: null, maxPerCompanyDay: null, maxPerCompanyWeek: null,
}

test('a company gets as many meetings as the type lets it have, with whomever, also when all come at once', async () => {
  await share('any')
  await saveType(anna, typeId, { ...limits, maxPerCompanyWeek: 2 })
  const starts = [0, 0, 1, 1, 3, 3, 4, 4].map((hours) => THURSDAY_TEN + hours * HOUR_MS)
  const answers = await Promise.all(starts.map((startsAt) => refusalOf(startsAt, 'Nordlys')))
  expect(answers.filter((reason) => reason === null)).toHaveLength(2)
  expect(answers.filter((reason) => reason === 'company-full')).toHaveLength(6)
  expect(await refusalOf(THURSDAY_TEN + HOUR_MS, 'Havn')).toBeNull()
})

test('a move counts for the company, but not the meeting that moves', async () => {
  await saveType(anna, typeId, { ...limits, maxPerCompanyDay: 1 })
  const first = await book(THURSDAY_TEN, 'Nordlys')
  await book(THURSDAY_TEN + DAY_MS, 'Nordlys')
  expect(await moveBooking(first.seatId, THURSDAY_TEN + DAY_MS + HOUR_MS, NOW)).toEqual({ ok: false, reason: 'company-full' })
  expect(await moveBooking(first.seatId, THURSDAY_TEN + HOUR_MS, NOW)).toMatchObject({ ok: true })
})

test('the consultant\'s own limit holds over all types when fifty book at once', async () => {
  await saveHostCaps(anna, { maxPerDay: 3, maxPerWeek: null })
  const type = await findMeetingType('intro')
  const slots = type ? await listOpenSlots({ type, now: NOW, from: THURSDAY_TEN - 2 * HOUR_MS, to: THURSDAY_TEN + 8 * HOUR_MS }) : []
  const asked = Array.from({ length: 50 }, (_, index) => slots[index % slots.length]?.startsAt ?? 0)
  const answers = await Promise.all(asked.map((startsAt, index) => bookSlot(
    askFor({ startsAt, typeSlug: index % 2 ? 'intro' : 'sparring', email: `en${index}@example.com`, companyName: `Firma ${index}` }), NOW - DAY_MS,
  )))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
})

test('the version of a shared type changes with every host\'s calendar, and with who hosts', async () => {
  const seen = new Set<string | null>()
  const look = async () => seen.add(await findCalendarVersion('intro'))
  await look()
  await share('any')
  await look()
  await replaceWeeklyHours(bo, [])
  await look()
  await saveTypeHosts(anna, typeId, { assign: 'any', hosts: [{ hostId: anna, weight: 1, scheduleId: null }] })
  await look()
  expect(seen.size).toBe(4)
  await db().update(meetingType).set({ isActive: false }).where(eq(meetingType.id, typeId))
  expect(await findCalendarVersion('intro')).toBeNull()
})
