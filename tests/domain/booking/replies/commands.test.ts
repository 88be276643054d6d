import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { approveBooking } from '#app/domain/booking/approval/commands.server.ts'
import { addColleague } from '#app/domain/booking/colleagues/commands.server.ts'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { takeReply } from '#app/domain/booking/replies/commands.server.ts'
import { confirmReply } from '#app/domain/booking/replies/confirm.server.ts'
import { acceptCounter, declineCounter, listOpenCounters } from '#app/domain/booking/replies/counter.server.ts'
import { listReplies } from '#app/domain/booking/replies/desk.server.ts'
import { readCalendarReply } from '#app/domain/calendar/replies/read-calendar-reply.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { db, transaction } from '#db/client.server.ts'
import { counterProposal, mail, meetingType, seat, unprovenReply } from '#db/schema.server.ts'
import { CAST } from '../../../../db/seeds/cast.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { NOW, passOf } from '../../../support/meetings.ts'
import { replyText, type ReplyWords } from '../../../support/replies.ts'

const database = useDatabase()
const SOREN = CAST.soren.email
const FRIDAY_TEN = THURSDAY_TEN + DAY_MS
let hostId: string
let seatId: string

beforeEach(async () => {
  await database.reset()
  hostId = await makeDesk()
  const booked = await bookSlot(askFor(), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  seatId = booked.value.guestSeatId
})

test.each([['ACCEPTED', 'accepted'], ['TENTATIVE', 'tentative'], ['DECLINED', 'declined']])('a calendar that says %s is heard', async (said, partstat) => {
  expect(await answer({ partstat: said, comment: 'Jeg er fem minutter forsinket\\, måske' })).toBe('applied')
  expect(await replyOf()).toEqual({ partstat, at: NOW, comment: 'Jeg er fem minutter forsinket, måske' })
})

test('of several answers the one that was written last counts, whatever the order in which they come', async () => {
  expect(await answer({ partstat: 'DECLINED', stampedAt: NOW - MINUTE_MS })).toBe('applied')
  expect(await answer({ partstat: 'ACCEPTED', stampedAt: NOW - 2 * MINUTE_MS })).toBe('repeated')
  expect(await answer({ partstat: 'DECLINED', stampedAt: NOW - MINUTE_MS })).toBe('repeated')
  expect((await replyOf())?.partstat).toBe('declined')
  expect(await answer({ partstat: 'ACCEPTED' })).toBe('applied')
  expect((await replyOf())?.partstat).toBe('accepted')
})

test('a calendar whose clock is ahead does not outdate what it says later', async () => {
  await answer({ partstat: 'DECLINED', stampedAt: NOW + 10 * DAY_MS })
  expect(await answer({ partstat: 'ACCEPTED', stampedAt: NOW + HOUR_MS }, { now: NOW + HOUR_MS })).toBe('applied')
})

test('a no of the one who booked keeps the meeting, and tells the host once', async () => {
  for (const partstat of ['DECLINED', 'ACCEPTED', 'DECLINED']) await answer({ partstat, stampedAt: NOW + (await db().$count(mail)) }, { now: NOW + HOUR_MS })
  await answer({ partstat: 'ACCEPTED', stampedAt: NOW + MINUTE_MS }, { now: NOW + HOUR_MS })
  await answer({ partstat: 'DECLINED', stampedAt: NOW + 2 * MINUTE_MS }, { now: NOW + HOUR_MS })
  expect((await passOf(seatId)).meeting.state).toBe('scheduled')
  expect(await mailsOf('calendar-no')).toMatchObject([{ role: 'host', reply: { kind: 'declined', who: CAST.soren.name } }])
})

test('a colleague’s no is noted, and troubles nobody', async () => {
  const added = await addColleague(seatId, { name: CAST.amina.name, email: CAST.amina.email, timeZone: 'Europe/London', locale: 'en' }, NOW)
  const own = added.ok ? added.value.seatId : ''
  expect(await answer({ from: CAST.amina.email, partstat: 'DECLINED', sequence: 1 })).toBe('applied')
  expect((await listReplies([own, seatId])).get(own)?.partstat).toBe('declined')
  expect(await replyOf()).toBeUndefined()
  expect(await mailsOf('calendar-no')).toEqual([])
})

test('somebody else who comes raises SEQUENCE, and an answer to the invitation as it was still counts', async () => {
  await addColleague(seatId, { name: CAST.amina.name, email: CAST.amina.email, timeZone: 'Europe/London', locale: 'en' }, NOW)
  expect((await passOf(seatId)).meeting.icsSequence).toBe(1)
  expect(await answer({ sequence: 0 })).toBe('applied')
})

test('a move asks everybody anew, and an answer to the old time changes nothing', async () => {
  await answer({})
  await moveBooking(seatId, FRIDAY_TEN, NOW)
  expect(await replyOf()).toBeUndefined()
  expect(await answer({ sequence: 0, partstat: 'DECLINED' })).toBe('old')
  expect(await answer({ sequence: null })).toBe('old')
  expect(await replyOf()).toBeUndefined()
  expect(await answer({ sequence: 1 })).toBe('applied')
})

test.each([
  ['is nobody’s', { uid: newId() }, 'unknown-meeting'], ['has no meeting', { uid: null }, 'unknown-meeting'],
  ['names nobody who is invited', { attendees: ['else@example.com'] }, 'no-attendee'], ['names nobody', { attendees: [] }, 'no-attendee'],
  ['says nothing', { partstat: 'NEEDS-ACTION' }, 'says-nothing'], ['proposes no time', { method: 'COUNTER' }, 'says-nothing'],
] as const)('an answer that %s changes nothing', async (_, words, outcome) => {
  const before = await everything()
  expect(await answer(words)).toBe(outcome)
  expect(await everything()).toEqual(before)
})

test('without a UID the mail that it answers says which meeting is meant; of a wrong one nothing else is asked', async () => {
  const [invitation] = await db().select().from(mail).where(eq(mail.seatId, seatId))
  const answers = [invitation?.id ?? '']
  expect(await answer({ uid: newId() }, { answers })).toBe('unknown-meeting')
  expect(await answer({ uid: null }, { answers })).toBe('applied')
})

test('of all that are named only the sender answers', async () => {
  await addColleague(seatId, { name: CAST.amina.name, email: CAST.amina.email, timeZone: 'Europe/London', locale: 'en' }, NOW)
  expect(await answer({ attendees: [CAST.amina.email, CAST.consultant.email, SOREN], partstat: 'DECLINED' })).toBe('applied')
  const rows = await db().select({ email: seat.email, partstat: seat.partstat }).from(seat)
  expect(rows.filter(({ partstat }) => partstat === 'declined').map(({ email }) => email)).toEqual([SOREN])
})

test.each([
  ['is not proven', { isProven: false }], ['comes from another address', { from: 'assistant@nordlys.example' }],
  ['is proven to be a colleague’s of theirs', { from: CAST.consultant.email }],
] as const)('an answer in somebody’s name that %s changes nothing, and asks that one, once', async (_, how) => {
  for (let times = 0; times < 3; times += 1) {
    expect(await answer({ partstat: 'DECLINED', attendees: [SOREN], comment: 'Køb her', sequence: times }, how)).toBe('asked')
  }
  expect(await replyOf()).toBeUndefined()
  expect(await mailsOf('unproven')).toMatchObject([{ role: 'guest', seatId, reply: { kind: 'declined', comment: null } }])
  expect(await mailsOf('calendar-no')).toEqual([])
})

test('the owner of the seat makes an unproven answer theirs, once', async () => {
  await answer({ partstat: 'DECLINED' }, { isProven: false })
  const [row] = await db().select().from(unprovenReply)
  for (let times = 0; times < 2; times += 1) expect((await confirmReply(row?.id ?? '', NOW + HOUR_MS)).ok).toBe(true)
  expect(await replyOf()).toEqual({ partstat: 'declined', at: NOW + HOUR_MS, comment: null })
  expect(await mailsOf('calendar-no')).toHaveLength(1)
})

test('an unproven answer to a time that no longer holds can’t be made anybody’s', async () => {
  await answer({ partstat: 'DECLINED' }, { isProven: false })
  const [row] = await db().select().from(unprovenReply)
  await moveBooking(seatId, FRIDAY_TEN, NOW)
  expect(await confirmReply(row?.id ?? '', NOW)).toEqual({ ok: false, reason: 'gone' })
  expect(await confirmReply(newId(), NOW)).toEqual({ ok: false, reason: 'gone' })
})

test('what is called off, over, or waits for a yes is not answered', async () => {
  expect(await answer({}, { now: THURSDAY_TEN + DAY_MS })).toBe('over')
  await cancelBooking(seatId, NOW)
  expect(await answer({})).toBe('over')
  await db().update(meetingType).set({ needsApproval: true })
  const asked = await bookSlot(askFor({ startsAt: FRIDAY_TEN }), NOW)
  if (!asked.ok) throw new Error(asked.reason)
  seatId = asked.value.guestSeatId
  expect(await answer({})).toBe('over')
  await approveBooking({ hostId, meetingId: (await passOf(seatId)).meeting.id }, NOW)
  expect(await answer({})).toBe('applied')
})

test('another time that is proposed waits for the host, with what stands against it, and moves nothing', async () => {
  expect(await counter(FRIDAY_TEN, { comment: 'Toget' })).toBe('applied')
  expect(await counter(FRIDAY_TEN)).toBe('repeated')
  expect(await listOpenCounters(hostId, NOW)).toMatchObject([{ name: CAST.soren.name, startsAt: FRIDAY_TEN, comment: 'Toget', time: 'free' }])
  expect((await passOf(seatId)).meeting).toMatchObject({ startsAt: THURSDAY_TEN, icsSequence: 0 })
  expect((await replyOf())?.partstat).toBe('tentative')
  expect(await mailsOf('counter')).toMatchObject([{ role: 'host', reply: { startsAt: FRIDAY_TEN } }])
  expect(await listOpenCounters(newId(), NOW)).toEqual([])
})

test.each([['holds', THURSDAY_TEN], ['has passed', NOW - DAY_MS], ['is now', NOW]])('to propose the time that %s changes nothing', async (_, at) => {
  const before = await everything()
  expect(await counter(at)).toBe('no-change')
  expect(await everything()).toEqual(before)
})

test('of several proposals of one guest the newest stands', async () => {
  await counter(FRIDAY_TEN, { stampedAt: NOW - MINUTE_MS })
  expect(await counter(FRIDAY_TEN + HOUR_MS, { stampedAt: NOW - 2 * MINUTE_MS })).toBe('repeated')
  expect(await counter(FRIDAY_TEN + HOUR_MS)).toBe('applied')
  expect((await listOpenCounters(hostId, NOW)).map(({ startsAt }) => startsAt)).toEqual([FRIDAY_TEN + HOUR_MS])
})

test('one press moves the meeting there, for everybody, at the next SEQUENCE; two presses do it once', async () => {
  await counter(FRIDAY_TEN)
  const asked = { hostId, counterId: await openId() }
  const both = await Promise.all([acceptCounter(asked, NOW), acceptCounter(asked, NOW)])
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  expect((await passOf(seatId)).meeting).toMatchObject({ startsAt: FRIDAY_TEN, icsSequence: 1 })
  expect((await mailsOf('update')).map(({ role }) => role).sort()).toEqual(['guest', 'host'])
  expect(await replyOf()).toBeUndefined()
  expect(await declineCounter(asked, NOW)).toEqual({ ok: false, reason: 'accepted' })
})

test('a time that somebody else has by now is refused by name, and the proposal stays open', async () => {
  await counter(FRIDAY_TEN)
  await bookSlot(askFor({ startsAt: FRIDAY_TEN, email: 'a@example.com', companyName: 'Andre' }), NOW)
  expect(await acceptCounter({ hostId, counterId: await openId() }, NOW)).toEqual({ ok: false, reason: 'slot-taken' })
  expect((await listOpenCounters(hostId, NOW))[0]?.time).toBe('slot-taken')
  expect((await passOf(seatId)).meeting.icsSequence).toBe(0)
})

test('a no keeps the time, and is sent to the one who proposed, once', async () => {
  await counter(FRIDAY_TEN)
  const asked = { hostId, counterId: await openId() }
  for (let times = 0; times < 2; times += 1) expect((await declineCounter(asked, NOW)).ok).toBe(true)
  expect(await mailsOf('counter-declined')).toMatchObject([{ seatId, sequence: 0, reply: { startsAt: FRIDAY_TEN } }])
  expect(await acceptCounter(asked, NOW)).toEqual({ ok: false, reason: 'declined' })
  expect((await passOf(seatId)).meeting.startsAt).toBe(THURSDAY_TEN)
})

test('when the meeting has moved since, or is called off, the proposal is stale', async () => {
  await counter(FRIDAY_TEN)
  const asked = { hostId, counterId: await openId() }
  await moveBooking(seatId, FRIDAY_TEN + HOUR_MS, NOW)
  expect(await acceptCounter(asked, NOW)).toEqual({ ok: false, reason: 'stale' })
  expect(await declineCounter(asked, NOW)).toEqual({ ok: false, reason: 'stale' })
  await counter(FRIDAY_TEN, { sequence: 1 })
  await cancelBooking(seatId, NOW)
  expect(await listOpenCounters(hostId, NOW)).toEqual([])
})

test('another consultant’s proposal does not exist', async () => {
  await counter(FRIDAY_TEN)
  const asked = { hostId: newId(), counterId: await openId() }
  expect(await acceptCounter(asked, NOW)).toEqual({ ok: false, reason: 'no-such-counter' })
  expect(await declineCounter(asked, NOW)).toEqual({ ok: false, reason: 'no-such-counter' })
})

type How = { isProven?: boolean; from?: string; answers?: string[]; now?: number }

async function answer(words: Partial<ReplyWords>, { isProven = true, from, answers = [], now = NOW }: How = {}): Promise<string> {
  const { meeting } = await passOf(seatId)
  const address = from ?? words.from ?? SOREN
  const reply = readCalendarReply(replyText({ uid: meeting.icsUid, from: address, stampedAt: NOW, ...words }))
  if (!reply) throw new Error('It can be read')
  return transaction((tx) => takeReply(tx, { reply, sender: { address, isProven }, answers }, now))
}

function counter(startsAt: number, words: Partial<ReplyWords> = {}): Promise<string> {
  return answer({ method: 'COUNTER', partstat: 'TENTATIVE', startsAt, ...words })
}

async function replyOf() {
  return (await listReplies([seatId])).get(seatId)
}

async function openId(): Promise<string> {
  const [row] = await db().select().from(counterProposal).where(eq(counterProposal.state, 'open'))
  return row?.id ?? ''
}

async function mailsOf(kind: typeof mail.$inferSelect.kind) {
  const rows = await db().select({ mail, role: seat.role }).from(mail).innerJoin(seat, eq(seat.id, mail.seatId))
    .where(eq(mail.kind, kind)).orderBy(asc(mail.createdAt))
  return rows.map(({ mail: { seatId: to, snapshot }, role }) => (
    { seatId: to, role, sequence: snapshot?.sequence, reply: snapshot?.reply }
  ))
}

async function everything() {
  const { meeting } = await passOf(seatId)
  return { seats: await db().select().from(seat).orderBy(asc(seat.id)), mails: await db().$count(mail), meeting }
}
