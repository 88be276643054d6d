import { afterAll, beforeEach, expect, test } from 'vitest'
import { approveBooking } from '#app/domain/booking/approval/commands.server.ts'
import { cancelBooking } from '#app/domain/booking/commands.server.ts'
import { sceneOf } from '#app/domain/booking/ui/booked/booked-state.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { db } from '#db/client.server.ts'
import { mail } from '#db/schema.server.ts'
import * as bookingPage from '../../../app/routes/booking/booking.tsx'
import { loader as calendar } from '../../../app/routes/booking/calendar.ts'
import * as detailsPage from '../../../app/routes/booking/details.tsx'
import * as movePage from '../../../app/routes/booking/move.tsx'
import * as meetingPage from '../../../app/routes/desk/meeting.tsx'
import { loader as today } from '../../../app/routes/desk/today.tsx'
import { loader as room } from '../../../app/routes/meeting/room.tsx'
import { askForMeeting, bookingRow, needApproval, type AskedBooking } from '../../support/approval-world.ts'
import { makeDesk } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { cookieOf, makeMeeting, NOW, passOf, signInHost } from '../../support/meetings.ts'
import { argumentsOf, ask, drawn, formOf, thrownBy } from '../../support/routes.ts'

const database = useDatabase()
let hostId: string
let cookie: string
let asked: AskedBooking

beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  hostId = await makeDesk()
  cookie = await signInHost(hostId)
  await needApproval()
  asked = await askForMeeting()
})
afterAll(() => setNow(null))

test('the desk shows what waits, with its deadline, and the meeting’s page asks for a yes or a no', async () => {
  const { view } = (await today(argumentsOf({ cookie, url: 'http://localhost/desk' }))).data
  expect(view.day.asked).toMatchObject([{ id: asked.meetingId, answerBy: asked.answerBy, state: 'pending' }])
  expect(view.day.focus).toBe(null)
  expect((await sheet()).approval).toMatchObject({ standing: 'pending', answerBy: asked.answerBy })
  expect((await sheet()).canCancel).toBe(false)
})

test('a yes leads back to a meeting that is agreed on; a second yes does too', async () => {
  for (let times = 0; times < 2; times += 1) expect((await decide({ intent: 'approve' })).status).toBe(303)
  expect((await sheet()).meeting.state).toBe('scheduled')
  expect((await sheet()).canCancel).toBe(true)
})

test('a no with a word reaches the guest’s own page', async () => {
  expect((await decide({ intent: 'refuse', word: 'Kan du torsdag?' })).status).toBe(303)
  const booked = await ownPage()
  expect([sceneOf(booked), booked.answerText, booked.isChangeable]).toEqual(['refused', 'Kan du torsdag?', false])
})

test('an answer that comes too late is told why, and keeps the word that was typed', async () => {
  setNow(asked.answerBy)
  const refused = drawn(await meetingPage.action(argumentsOf(posted({ intent: 'refuse', word: 'Desværre' }))))
  expect([refused.init?.status, refused.data]).toEqual([409, { isRefused: false, unanswered: 'lapsed', unmoved: null, typed: 'Desværre', unsent: null }])
  await cancelBooking(asked.seatId, NOW)
  const withdrawn = drawn(await meetingPage.action(argumentsOf(posted({ intent: 'approve' }))))
  expect(withdrawn.data.unanswered).toBe('withdrawn')
})

test('the host does not call off what waits for an answer, and nothing else can be asked for', async () => {
  const refused = drawn(await meetingPage.action(argumentsOf(posted({ intent: 'cancel' }))))
  expect([refused.init?.status, refused.data.isRefused]).toEqual([409, true])
  expect((await decide({ intent: 'nonsense' })).status).toBe(400)
})

test('nobody but the signed-in host answers', async () => {
  const other = await signInHost((await makeMeeting()).hostId)
  expect((await thrownBy(() => meetingPage.action(argumentsOf({ ...posted({ intent: 'approve' }), cookie: other })))).status).toBe(404)
  expect((await thrownBy(() => meetingPage.action(argumentsOf({ ...posted({ intent: 'approve' }), cookie: undefined })))).status).toBe(403)
  expect((await bookingRow(asked)).state).toBe('pending')
})

test('the guest’s own page says until when an answer comes, and at the deadline that none came', async () => {
  const booked = await ownPage()
  expect([sceneOf(booked), booked.answerBy, booked.isChangeable]).toEqual(['asked', asked.answerBy, true])
  setNow(asked.answerBy)
  const late = await ownPage()
  expect([sceneOf(late), late.isChangeable]).toEqual(['lapsed', false])
})

test('the guest moves what waits, or takes it back, on the pages that every booking has', async () => {
  const guest = await guestCookie()
  const move = await movePage.loader(argumentsOf({ seatId: asked.seatId, cookie: guest, url: 'http://localhost/booking/x/move' }))
  const start = new Date(move.page.days[1]?.starts[0] ?? 0).toISOString()
  const body = (fields: Record<string, string>) => ({ seatId: asked.seatId, cookie: guest, method: 'POST', body: formOf(fields), url: 'http://localhost/booking/x' })
  expect((await thrownBy(() => movePage.action(argumentsOf(body({ start }))))).status).toBe(303)
  expect((await bookingRow(asked)).state).toBe('pending')
  expect((await thrownBy(() => bookingPage.action(argumentsOf(body({ intent: 'cancel' }))))).status).toBe(303)
  expect(sceneOf(await ownPage())).toBe('withdrawn')
})

test('before the yes there is no room and no file for a calendar; after it there are both', async () => {
  const hostSeat = (await sheet()).hostSeatId
  const guest = `${await guestCookie()}; ${cookieOf(await passOf(asked.seatId), 'room')}`
  const look = (seatId: string, as: string) => ask(room, { seatId, cookie: as, headers: { Accept: 'text/html' } })
  const led = await look(hostSeat, cookie)
  expect([led.status, led.headers.get('Location')]).toEqual([302, `/desk/meetings/${asked.meetingId}`])
  expect((await look(asked.seatId, guest)).status).toBe(404)
  expect((await ask(calendar, { seatId: asked.seatId, cookie: guest })).status).toBe(404)
  await approveBooking({ hostId, ...asked }, NOW)
  expect((await ask(calendar, { seatId: asked.seatId, cookie: guest })).status).toBe(200)
})

test('the form says that it asks, and what is agreed on later counts as moved only when it was', async () => {
  const details = await detailsPage.loader(argumentsOf({ params: { type: 'intro' }, url: 'http://localhost/book/intro/details' }))
  expect(details.offer).toMatchObject({ needsApproval: true, noticeMinutes: 300 })
  await approveBooking({ hostId, ...asked }, NOW)
  expect(sceneOf(await ownPage())).toBe('scheduled')
  expect(await db().$count(mail)).toBe(4)
})

async function sheet() {
  return (await meetingPage.loader(argumentsOf({ params: { meetingId: asked.meetingId }, cookie, url: 'http://localhost/desk' }))).data.sheet
}

function posted(fields: Record<string, string>) {
  return { method: 'POST', body: formOf(fields), params: { meetingId: asked.meetingId }, cookie, url: 'http://localhost/desk/meetings/x' }
}

function decide(fields: Record<string, string>): Promise<Response> {
  return thrownBy(() => meetingPage.action(argumentsOf(posted(fields))))
}

async function guestCookie(): Promise<string> {
  return cookieOf(await passOf(asked.seatId), 'booking')
}

async function ownPage() {
  return bookingPage.loader(argumentsOf({ seatId: asked.seatId, cookie: await guestCookie(), url: 'http://localhost/booking/x' }))
}
