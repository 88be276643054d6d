import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { AGENDA_LIMITS } from '#app/domain/agenda/agenda.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { bookSlot, cancelBooking } from '#app/domain/booking/commands.server.ts'
import { bookNext, offerNext } from '#app/domain/booking/next/commands.server.ts'
import { listNextTimes } from '#app/domain/booking/next/queries.server.ts'
import { findNext } from '#app/domain/meeting/next/queries.server.ts'
import { getDoor, listSeats } from '#app/domain/meeting/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { meetingType, nextMeeting, occupiedTime, seat } from '#db/schema.server.ts'
import { askFor } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, passOf } from '../../../support/meetings.ts'
import { DURING, item, line, listAllMeetings, makeLive, writeAgenda, type LiveMeeting } from '../../../support/next-world.ts'
import { queuedMails } from '../../../support/reminders.ts'

const database = useDatabase()
const PRICE = item('Prisen')
const STEP = line('next-step', 'Send udkastet', { owner: 'Mette', due: '2026-12-04' })
const CLOSING = item('Næste skridt', { minutes: 5 })

let live: LiveMeeting
let times: number[]

beforeEach(async () => {
  await database.reset()
  live = await makeLive({ items: [item('Velkommen', { isDone: true }), PRICE, CLOSING], entries: [STEP], currentItemId: CLOSING.id, currentSince: DURING })
  times = await listNextTimes(live.guest, DURING)
})

const offer = (starts = times.slice(0, 3)) => offerNext(live.host, { starts, now: DURING })
const book = (startsAt = times[0] ?? 0, pass = live.guest) => bookNext(pass, { startsAt, now: DURING })
const titlesOf = async (meetingId: string) => (await getAgenda(meetingId)).agenda.items.map(({ title }) => title)

test('the times that are offered are free ones after this meeting, and later ones on asking', async () => {
  expect(times).toHaveLength(9)
  expect(times.every((at) => at >= live.guest.meeting.endsAt)).toBe(true)
  const later = await listNextTimes(live.guest, DURING, { after: times.at(-1) })
  expect(later.every((at) => at > (times.at(-1) ?? 0))).toBe(true)
})

test('the host proposes, the guest says yes with one press, and both see when', async () => {
  expect(await offer()).toMatchObject({ ok: true })
  expect((await getDoor(live.guest, DURING)).next).toEqual({ offer: { proposed: times.slice(0, 3), kind: null }, booked: null })
  expect(await book(times[1])).toMatchObject({ ok: true })
  for (const pass of [live.guest, live.host]) {
    const { next } = await getDoor(pass, DURING)
    expect(next?.booked).toEqual({ startsAt: times[1], endsAt: (times[1] ?? 0) + 30 * MINUTE_MS, isPending: false })
  }
})

test('the same people meet again, the same kind of meeting, and each has the invitation at once', async () => {
  const colleague = await addGuest(live.guest.meeting.id)
  const gone = await addGuest(live.guest.meeting.id)
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.id, gone.seat.id))
  await offer()
  await book()
  const [, next] = await listAllMeetings()
  const seats = await listSeats(next?.id ?? '')
  expect(seats.map(({ email }) => email)).toEqual([live.host, live.guest, colleague].map(({ seat: { email } }) => email))
  expect((await passOf(next?.guestSeatId ?? '')).meeting).toMatchObject({ typeId: live.guest.meeting.typeId, hostId: live.hostId, state: 'scheduled' })
  const invited = (await queuedMails('invitation')).filter(({ meetingId }) => meetingId === next?.id).map(({ seatId }) => seatId)
  expect(invited.sort()).toEqual(seats.map(({ id }) => id).sort())
})

test('what was not finished and what was agreed on goes along, marked; the closing point does not', async () => {
  await offer()
  await book()
  const [, next] = await listAllMeetings()
  const { agenda } = await getAgenda(next?.id ?? '')
  expect(agenda.items.map(({ title, carriedFrom }) => [title, carriedFrom])).toEqual([['Send udkastet', STEP.id], ['Prisen', PRICE.id]])
  expect(agenda.items[0]?.purpose).toContain('Mette')
})

test('where nothing is left open it begins as every meeting of its kind', async () => {
  await changeAgenda(live.host, { change: { kind: 'item-tick', itemId: PRICE.id, isDone: true }, changeId: newId(), now: DURING })
  await changeAgenda(live.host, { change: { kind: 'entry-remove', entryId: STEP.id }, changeId: newId(), now: DURING })
  await offer()
  await book()
  const [, next] = await listAllMeetings()
  expect((await titlesOf(next?.id ?? '')).length).toBeGreaterThan(2)
})

test('the end brings it up to date once: what was finished since goes, what was agreed since comes, what was taken off stays off', async () => {
  await offer()
  await book()
  const [, next] = await listAllMeetings()
  const host = await passOf((await listSeats(next?.id ?? ''))[0]?.id ?? '')
  const [step] = (await getAgenda(host.meeting.id)).agenda.items
  await changeAgenda(host, { change: { kind: 'item-remove', itemId: step?.id ?? '' }, changeId: newId(), now: DURING })
  await changeAgenda(live.host, { change: { kind: 'item-tick', itemId: PRICE.id, isDone: true }, changeId: newId(), now: DURING })
  await changeAgenda(live.guest, { changeId: newId(), now: DURING, change: {
    kind: 'entry-add', entryId: newId(), entryKind: 'next-step', itemId: null, text: 'Ring til Claire', owner: '', due: '',
  } })
  await endMeeting(live.host, DURING + MINUTE_MS)
  expect(await titlesOf(host.meeting.id)).toEqual(['Ring til Claire'])
  await endMeeting(live.host, DURING + 2 * MINUTE_MS)
  expect(await titlesOf(host.meeting.id)).toEqual(['Ring til Claire'])
})

test('what the end brings stays whose it was, and what finds no room is not taken for brought', async () => {
  await offer()
  await book()
  const [, next] = await listAllMeetings()
  const host = await passOf((await listSeats(next?.id ?? ''))[0]?.id ?? '')
  const { agenda } = await getAgenda(host.meeting.id)
  const full = Array.from({ length: AGENDA_LIMITS.items - 1 - agenda.items.length }, (_, index) => item(`Punkt ${index}`))
  await writeAgenda(host.meeting.id, { items: [...agenda.items, ...full] })
  for (const title of ['Hvem er med?', 'Hvad koster det?']) {
    await changeAgenda(live.guest, { changeId: newId(), now: DURING, change: { kind: 'item-add', itemId: newId(), title, purpose: '', minutes: 5, afterItemId: PRICE.id } })
  }
  await endMeeting(live.host, DURING + MINUTE_MS)
  const [last] = (await getAgenda(host.meeting.id)).agenda.items.slice(-1)
  expect(last).toMatchObject({ author: 'guest', title: 'Hvad koster det?' })
  const [row] = await db().select().from(nextMeeting)
  expect(row?.carried).toContain(last?.carriedFrom)
  expect(row?.carried).toHaveLength(agenda.items.length + 1)
})

test('a time that somebody else took meanwhile is refused, and another one is had instead', async () => {
  await offer()
  const taken = await bookSlot(askFor({ startsAt: times[0], email: 'claire@example.com', name: 'Claire' }), DURING)
  expect(taken.ok).toBe(true)
  expect(await book()).toEqual({ ok: false, reason: 'slot-taken' })
  expect(await listNextTimes(live.guest, DURING)).not.toContain(times[0])
  expect(await offer()).toEqual({ ok: false, reason: 'slot-taken' })
  expect(await book(times.at(-1))).toMatchObject({ ok: true })
})

test('of twenty presses at once by guests and strangers one has the time', async () => {
  await offer()
  const strangers = Array.from({ length: 10 }, (_, index) => bookSlot(askFor({ startsAt: times[0], email: `nr${index}@example.com`, idempotencyKey: newId() }), DURING))
  const won = await Promise.all([...Array.from({ length: 10 }, () => book()), ...strangers])
  const kept = await db().select().from(occupiedTime)
  const meetings = await listAllMeetings()
  expect(meetings).toHaveLength(2)
  expect(kept.filter(({ meetingId }) => meetingId === meetings[1]?.id)).toHaveLength(1)
  expect(won.some(({ ok }) => ok)).toBe(true)
})

test('asking twice is asking once, and a second time beside it is refused', async () => {
  await offer()
  expect(await book()).toMatchObject({ ok: true })
  expect(await book()).toMatchObject({ ok: true })
  expect(await book(times[2])).toEqual({ ok: false, reason: 'already-booked' })
  expect(await offer()).toEqual({ ok: false, reason: 'already-booked' })
  expect(await listAllMeetings()).toHaveLength(2)
})

test('one that was called off can be agreed on anew', async () => {
  await offer()
  await book()
  const [, next] = await listAllMeetings()
  expect(await cancelBooking(next?.guestSeatId ?? '', DURING)).toMatchObject({ ok: true })
  expect((await findNext(live.guest.meeting.id))?.booked).toBeNull()
  expect(await book(times[2])).toMatchObject({ ok: true })
})

test('a guest books nothing that was not offered, a host nothing for a guest, and nobody a time that is none', async () => {
  expect(await book()).toEqual({ ok: false, reason: 'not-offered' })
  expect(await offerNext(live.guest, { starts: [], now: DURING })).toEqual({ ok: false, reason: 'not-allowed' })
  await offer([])
  expect(await book(times[0], live.host)).toEqual({ ok: false, reason: 'not-allowed' })
  expect((await book((times[0] ?? 0) + 1)).ok).toBe(false)
  expect((await book(DURING - MINUTE_MS)).ok).toBe(false)
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.id, live.guest.seat.id))
  expect(await book()).toEqual({ ok: false, reason: 'not-allowed' })
})

test('booked from the summary, it takes along what is still open by then', async () => {
  await endMeeting(live.host, DURING + MINUTE_MS)
  expect(await book(times[0], live.host)).toMatchObject({ ok: true })
  const [, next] = await listAllMeetings()
  expect(await titlesOf(next?.id ?? '')).toEqual(['Send udkastet', 'Prisen'])
})

test('where each booking needs a yes, only what the host did not offer waits for one', async () => {
  await db().update(meetingType).set({ needsApproval: true })
  await endMeeting(live.host, DURING + MINUTE_MS)
  const [free] = await listNextTimes(live.guest, DURING)
  expect(await book(free)).toMatchObject({ ok: true })
  expect((await findNext(live.guest.meeting.id))?.booked?.isPending).toBe(true)
  expect((await queuedMails('asked')).length).toBeGreaterThan(0)
})

test.each([[0, false], [1, true]])('of an offer of one time, booking the time of number %i waits for a yes: %s', async (index, isPending) => {
  await db().update(meetingType).set({ needsApproval: true })
  const free = await listNextTimes(live.guest, DURING)
  expect(await offer(free.slice(0, 1))).toMatchObject({ ok: true })
  expect(await book(free[index])).toMatchObject({ ok: true })
  expect((await findNext(live.guest.meeting.id))?.booked?.isPending).toBe(isPending)
})

test('a kind of meeting that is not held any more has no times', async () => {
  await db().update(meetingType).set({ isActive: false })
  expect(await listNextTimes(live.guest, DURING)).toEqual([])
  expect(await offer()).toEqual({ ok: false, reason: 'no-such-type' })
})
