import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { bookNext, offerNext } from '#app/domain/booking/next/commands.server.ts'
import { parseNextRequest } from '#app/domain/booking/next/next-input.ts'
import { listNextTimes, meantKind } from '#app/domain/booking/next/queries.server.ts'
import { keyOfKind, readKind, type ChosenKind } from '#app/domain/meeting/next-meeting.ts'
import { getDoor } from '#app/domain/meeting/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { meetingType, occupiedTime } from '#db/schema.server.ts'
import { askFor } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { passOf } from '../../../support/meetings.ts'
import { DURING, item, listAllMeetings, makeLive, type LiveMeeting } from '../../../support/next-world.ts'
import { addBo } from '../../../support/shared-type.ts'

const database = useDatabase()

let live: LiveMeeting
/** An hour or an hour and a half with the same host; and one of another host's. */
let workshop: ChosenKind
let others: ChosenKind

beforeEach(async () => {
  await database.reset()
  live = await makeLive({ items: [item('Prisen')] })
  workshop = { typeId: await addKind(live.hostId, 'Værksted'), minutes: 60 }
  others = { typeId: await addKind(await addBo(), 'Bos slags'), minutes: 60 }
})

async function addKind(hostId: string, title: string, given: Partial<typeof meetingType.$inferInsert> = {}): Promise<string> {
  const id = newId()
  await db().insert(meetingType).values({
    id, hostId, slug: `kind-${id.slice(0, 8)}`, titleDa: title, titleEn: title, summaryDa: '', summaryEn: '', isActive: true, position: 9,
    durationMinutes: 60, otherDurations: [90], stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 15, noticeMinutes: 60,
    horizonDays: 60, ...given,
  })
  return id
}

const offer = (kind: ChosenKind | null, starts: number[] = []) => offerNext(live.host, { starts, kind, now: DURING })
const timesOf = (kind: ChosenKind) => listNextTimes(live.host, DURING, { kind })
const book = (startsAt: number | undefined, kind?: ChosenKind) => bookNext(live.guest, { startsAt: startsAt ?? 0, kind, now: DURING })
const nextOne = async () => passOf((await listAllMeetings())[1]?.guestSeatId ?? '')

test('the host chooses among the kinds that they host and can book, each in its lengths, and begins at this one', async () => {
  await addKind(live.hostId, 'Ikke åben', { isActive: false })
  const { kind, kinds } = await meantKind(live.host, null)
  expect(kind).toEqual({ typeId: live.host.meeting.typeId, minutes: 30 })
  expect(kinds[0]?.key).toBe(keyOfKind(kind as ChosenKind))
  expect(kinds.filter(({ title }) => title.da === 'Værksted').map(({ minutes }) => minutes)).toEqual([60, 90])
  expect(kinds.map(({ title }) => title.da)).not.toEqual(expect.arrayContaining(['Bos slags']))
  expect(kinds.map(({ title }) => title.da)).not.toEqual(expect.arrayContaining(['Ikke åben']))
  expect((await meantKind(live.guest, workshop))).toEqual({ kind: null, kinds: [] })
})

test('what the guest books is of the kind that was offered: as long, named so, and theirs to read beforehand', async () => {
  const [, second] = await timesOf(workshop)
  expect(await offer(workshop, [second ?? 0])).toMatchObject({ ok: true })
  expect((await getDoor(live.guest, DURING)).next?.offer?.kind).toEqual({ key: keyOfKind(workshop), title: { da: 'Værksted', en: 'Værksted' }, minutes: 60 })
  expect(await book(second, workshop)).toMatchObject({ ok: true })
  const { meeting } = await nextOne()
  expect(meeting).toMatchObject({ typeId: workshop.typeId, title: 'Værksted', startsAt: second, endsAt: (second ?? 0) + 60 * MINUTE_MS, hostId: live.hostId })
})

test('in another of its lengths it is as long as that', async () => {
  const long = { ...workshop, minutes: 90 }
  await offer(long)
  const [first] = await timesOf(long)
  await book(first)
  expect((await nextOne()).meeting.endsAt).toBe((first ?? 0) + 90 * MINUTE_MS)
})

test('a kind of another host, that is closed, unknown, or in a length it does not have, is no kind to offer', async () => {
  const closed = { typeId: await addKind(live.hostId, 'Lukket', { isActive: false }), minutes: 60 }
  for (const kind of [others, closed, { typeId: newId(), minutes: 60 }, { ...workshop, minutes: 45 }]) {
    expect(await offer(kind)).toEqual({ ok: false, reason: 'no-such-type' })
    expect(await timesOf(kind)).toEqual([])
  }
  expect((await getDoor(live.host, DURING)).next).toBeUndefined()
})

test('a kind that is closed after it was offered can’t be booked', async () => {
  await offer(workshop)
  const [first] = await timesOf(workshop)
  await db().update(meetingType).set({ isActive: false }).where(eq(meetingType.id, workshop.typeId))
  expect(await book(first)).toEqual({ ok: false, reason: 'no-such-type' })
})

test('nobody books another kind than the page said', async () => {
  await offer(null)
  const [first] = await timesOf(workshop)
  await offer(workshop)
  expect(await book(first, { typeId: live.host.meeting.typeId, minutes: 30 })).toEqual({ ok: false, reason: 'offer-changed' })
  expect(await book(first, workshop)).toMatchObject({ ok: true })
})

test('the time is one constraint with every other booking: who was first has it, the longer kind too', async () => {
  await offer(workshop)
  const [first = 0] = await timesOf(workshop)
  const [booked, taken] = await Promise.all([book(first), bookSlot(askFor({ startsAt: first + 30 * MINUTE_MS, email: 'claire@example.com' }), DURING)])
  expect([booked.ok, taken.ok].filter(Boolean)).toHaveLength(1)
  expect(await db().select().from(occupiedTime)).toHaveLength(2)
})

test('what was offered holds after the end, for either side', async () => {
  await offer(workshop)
  await endMeeting(live.host, DURING)
  const host = await passOf(live.host.seat.id)
  expect(await meantKind(host, others)).toEqual({ kind: workshop, kinds: [] })
  const [first] = await timesOf(workshop)
  expect(await bookNext(host, { startsAt: first ?? 0, now: DURING })).toMatchObject({ ok: true })
  expect((await nextOne()).meeting.typeId).toBe(workshop.typeId)
})

test('where this kind can’t be booked any more, the host begins at the first that can', async () => {
  await db().update(meetingType).set({ isActive: false }).where(eq(meetingType.id, live.host.meeting.typeId))
  const { kind, kinds } = await meantKind(live.host, null)
  expect(kind && keyOfKind(kind)).toBe(kinds[0]?.key)
  expect(kinds.map(({ key }) => key)).toContain(keyOfKind(workshop))
})

test('a name of a kind is read as it is written, and nothing else is one', () => {
  expect(readKind(keyOfKind(workshop))).toEqual(workshop)
  for (const key of ['', 'x.60', `${workshop.typeId}.`, `${workshop.typeId}.12345`, `${'-'.repeat(36)}.60`, `${workshop.typeId}.60 `]) expect(readKind(key)).toBeNull()
  expect(parseNextRequest({ intent: 'offer', starts: [], kind: keyOfKind(workshop) })).toEqual({ intent: 'offer', starts: [], kind: workshop })
  expect(parseNextRequest({ intent: 'offer', starts: [], kind: 'x' })).toBeNull()
})
