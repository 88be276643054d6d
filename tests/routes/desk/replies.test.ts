import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { bookSlot, cancelBooking } from '#app/domain/booking/commands.server.ts'
import { takeReply } from '#app/domain/booking/replies/commands.server.ts'
import { readCalendarReply } from '#app/domain/calendar/replies/read-calendar-reply.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { db, transaction } from '#db/client.server.ts'
import { counterProposal, incomingMail, seat, unprovenReply } from '#db/schema.server.ts'
import { CAST } from '../../../db/seeds/cast.ts'
import * as answerPage from '../../../app/routes/booking/replies/answer.tsx'
import * as meetingPage from '../../../app/routes/desk/meeting.tsx'
import { loader as today } from '../../../app/routes/desk/today.tsx'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, passOf, signInHost } from '../../support/meetings.ts'
import { replyText, type ReplyWords } from '../../support/replies.ts'
import { argumentsOf, drawn, formOf, thrownBy } from '../../support/routes.ts'

const database = useDatabase()
const FRIDAY_TEN = THURSDAY_TEN + DAY_MS
let cookie: string
let seatId: string
let meetingId: string

beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  cookie = await signInHost(await makeDesk())
  const booked = await bookSlot(askFor(), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  seatId = booked.value.guestSeatId
  meetingId = (await passOf(seatId)).meeting.id
})
afterAll(() => setNow(null))

test('the desk shows what waits for one press, who has answered, and how many mails nobody understood', async () => {
  await take({ partstat: 'ACCEPTED' })
  await take({ method: 'COUNTER', partstat: 'TENTATIVE', startsAt: FRIDAY_TEN, stampedAt: NOW + 5_000 })
  await db().insert(incomingMail).values([1, 2].map((uid) => (
    { id: newId(), mailbox: 'm', uidValidity: '1', uid, messageId: String(uid), size: 1, raw: uid === 1 ? Buffer.from('x') : null, handledAt: new Date(NOW) }
  )))
  const { view } = (await today(argumentsOf({ cookie, url: 'http://localhost/desk' }))).data
  expect(view.counters).toMatchObject([{ meetingId, startsAt: FRIDAY_TEN, time: 'free' }])
  expect(view.kept).toEqual({ count: 1, mailbox: 'moeder@fremmode.example' })
  expect(view.day.focus?.meeting.reply).toBe('tentative')
})

test('one press at the desk moves the meeting, the other keeps it', async () => {
  await take({ method: 'COUNTER', startsAt: FRIDAY_TEN })
  const counter = await openId()
  expect((await decide({ intent: 'accept-counter', counter })).headers.get('Location')).toBe(`/desk/meetings/${meetingId}`)
  expect((await passOf(seatId)).meeting.startsAt).toBe(FRIDAY_TEN)
  await take({ method: 'COUNTER', startsAt: THURSDAY_TEN, sequence: 1, stampedAt: NOW + 5_000 })
  await decide({ intent: 'decline-counter', counter: await openId() })
  expect((await passOf(seatId)).meeting.startsAt).toBe(FRIDAY_TEN)
  expect(await openId()).toBe('')
})

test('a time that was taken meanwhile is refused with its reason, on the same page', async () => {
  await take({ method: 'COUNTER', startsAt: FRIDAY_TEN })
  await bookSlot(askFor({ startsAt: FRIDAY_TEN, email: 'b@example.com', companyName: 'Andre' }), NOW)
  const refused = drawn(await meetingPage.action(argumentsOf(posted({ intent: 'accept-counter', counter: await openId() }))))
  expect([refused.init?.status, refused.data.unmoved]).toEqual([409, 'slot-taken'])
})

test('nobody but the host of the meeting answers, and only what was proposed', async () => {
  await take({ method: 'COUNTER', startsAt: FRIDAY_TEN })
  const counter = await openId()
  const other = await signInHost((await makeMeeting()).hostId)
  const as = (own: object) => thrownBy(() => meetingPage.action(argumentsOf({ ...posted({ intent: 'accept-counter', counter }), ...own })))
  expect((await as({ cookie: other })).status).toBe(404)
  expect((await as({ cookie: undefined })).status).toBe(403)
  for (const wrong of ['', 'constructor', newId()]) expect((await decide({ intent: 'accept-counter', counter: wrong })).status).toBe(404)
  expect((await passOf(seatId)).meeting.startsAt).toBe(THURSDAY_TEN)
})

test('the page that asks whose answer it was changes nothing when it is opened, and says when it is too late', async () => {
  await take({ partstat: 'DECLINED' }, false)
  const [row] = await db().select().from(unprovenReply)
  const params = { id: row?.id ?? '', key: linkKey('answer', row?.id ?? '', 1) }
  const asked = { params, url: 'http://localhost/answer/x/y' }
  const open = await answerPage.loader(argumentsOf(asked))
  expect([open.init, open.data.isGiven, open.data.asked?.kind]).toEqual([{ status: 200 }, false, 'declined'])
  expect(await partstat()).toBe('needs-action')
  const given = await answerPage.action(argumentsOf({ ...asked, method: 'POST' }))
  expect([given.data.isGiven, await partstat()]).toEqual([true, 'declined'])
  await cancelBooking(seatId, NOW)
  await db().update(unprovenReply).set({ confirmedAt: null })
  for (const late of [await answerPage.loader(argumentsOf(asked)), await answerPage.action(argumentsOf({ ...asked, method: 'POST' }))]) {
    expect([late.init, late.data.asked]).toEqual([{ status: 410 }, null])
  }
})

test.each([
  ['a key of another purpose', (id: string) => linkKey('confirm', id, 1)], ['a key of another answer', () => linkKey('answer', newId(), 1)], ['none', () => ''],
])('%s opens no answer', async (_, keyOf) => {
  await take({ partstat: 'DECLINED' }, false)
  const [row] = await db().select().from(unprovenReply)
  const asked = { params: { id: row?.id ?? '', key: keyOf(row?.id ?? '') }, url: 'http://localhost/answer/x/y' }
  expect((await thrownBy(() => answerPage.loader(argumentsOf(asked)))).status).toBe(404)
  expect((await thrownBy(() => answerPage.action(argumentsOf({ ...asked, method: 'POST' })))).status).toBe(404)
  expect(await partstat()).toBe('needs-action')
})

async function take(words: Partial<ReplyWords>, isProven = true): Promise<void> {
  const { meeting } = await passOf(seatId)
  const reply = readCalendarReply(replyText({ uid: meeting.icsUid, from: CAST.soren.email, stampedAt: NOW, ...words }))
  if (!reply) throw new Error('It can be read')
  await transaction((tx) => takeReply(tx, { reply, sender: { address: CAST.soren.email, isProven }, answers: [] }, NOW + 10_000))
}

function posted(fields: Record<string, string>) {
  return { method: 'POST', body: formOf(fields), params: { meetingId }, cookie, url: 'http://localhost/desk/meetings/x' }
}

function decide(fields: Record<string, string>): Promise<Response> {
  return thrownBy(() => meetingPage.action(argumentsOf(posted(fields))))
}

async function openId(): Promise<string> {
  const [row] = await db().select().from(counterProposal).where(eq(counterProposal.state, 'open'))
  return row?.id ?? ''
}

async function partstat(): Promise<string> {
  const [row] = await db().select({ partstat: seat.partstat }).from(seat).where(eq(seat.id, seatId))
  return row?.partstat ?? ''
}
