import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { isLinkKey } from '#app/platform/link.server.ts'
import { db } from '#db/client.server.ts'
import { attendance, booking, consultant, mail, meeting, seat } from '#db/schema.server.ts'
import { action, loader } from '../../../app/routes/desk/meeting.tsx'
import { useDatabase } from '../../support/database.ts'
import { makeBookedWorld, STARTS_AT, type BookedWorld } from '../../support/mail-world.ts'
import { signInHost } from '../../support/meetings.ts'
import { argumentsOf, drawn, formOf, thrownBy } from '../../support/routes.ts'

useDatabase()

const BEFORE = STARTS_AT - 60 * MINUTE_MS

let world: BookedWorld
let cookie: string

beforeAll(async () => {
  setNow(BEFORE)
  world = await makeBookedWorld()
  cookie = await signInHost(await hostOf(world))
})

async function hostOf({ meetingId }: BookedWorld): Promise<string> {
  const [row] = await db().select({ hostId: meeting.hostId }).from(meeting).where(eq(meeting.id, meetingId))
  return row?.hostId ?? ''
}

function read(meetingId: string, headers: Record<string, string> = { Cookie: cookie }) {
  return loader({ request: new Request('http://localhost/desk/meetings/x', { headers }), params: { meetingId }, context: {} })
}

function cancel(meetingId: string, { intent = 'cancel', as = cookie } = {}) {
  const body = new URLSearchParams({ intent })
  const request = new Request('http://localhost/desk/meetings/x', { method: 'POST', body, headers: { Cookie: as } })
  return action({ request, params: { meetingId }, context: {} })
}

async function stateOf({ meetingId }: BookedWorld): Promise<string | undefined> {
  const [row] = await db().select({ state: meeting.state }).from(meeting).where(eq(meeting.id, meetingId))
  return row?.state
}

test('the page holds the guest, the answers, the agenda and a link that opens the guest’s door', async () => {
  const { sheet, title } = (await read(world.meetingId)).data
  expect(title).toBe('Søren Kjær, Nordlys Værktøj A/S')
  expect(sheet.guests).toMatchObject([{ name: 'Søren Kjær', phone: '+45 20 00 00 02', timeZone: 'Europe/Copenhagen' }])
  expect(sheet.answers).toEqual({ diagnosis: 'theory-into-practice', ownWords: null, message: 'Vi er otte sælgere.' })
  expect(sheet.agenda.items.map((item) => item.title)).toEqual(['Velkommen'])
  const key = sheet.guests[0]?.link.split('/').at(-1) ?? ''
  expect(isLinkKey(key, 'room', world.guestSeatId, 1)).toBe(true)
})

test('mails and stays are told with whom they concern', async () => {
  const { meetingId, guestSeatId, hostSeatId } = world
  const snapshot = { sequence: 0, stampedAt: 0, startsAt: 0, endsAt: 0 }
  await db().insert(mail).values([
    { id: newId(), kind: 'invitation', meetingId, seatId: guestSeatId, snapshot, failedAt: new Date(BEFORE), attempts: 5 },
    { id: newId(), kind: 'invitation', meetingId, seatId: hostSeatId, snapshot, sentAt: new Date(BEFORE), attempts: 1 },
  ])
  await db().insert(attendance).values({ id: newId(), meetingId, seatId: guestSeatId, participantSid: newId(), joinedAt: new Date(BEFORE) })
  const { sheet } = (await read(meetingId)).data
  expect(sheet.mails).toMatchObject([
    { to: 'Søren Kjær', isToGuest: true, failedAt: BEFORE, sentAt: null }, { to: 'Mette Holm', isToGuest: false, sentAt: BEFORE },
  ])
  expect(sheet.stays).toMatchObject([{ name: 'Søren Kjær', joinedAt: BEFORE, leftAt: null }])
})

test('another’s meeting, a stranger and a meeting that is not there get nothing', async () => {
  const other = await makeBookedWorld()
  expect((await thrownBy(() => read(other.meetingId))).status).toBe(404)
  expect((await thrownBy(() => cancel(other.meetingId))).status).toBe(404)
  expect((await thrownBy(() => read('none'))).status).toBe(404)
  expect((await thrownBy(() => read(newId()))).status).toBe(404)
  expect((await thrownBy(() => read(world.meetingId, {}))).status).toBe(403)
  expect((await thrownBy(() => cancel(world.meetingId, { as: '' }))).status).toBe(403)
  expect([await stateOf(other), await stateOf(world)]).toEqual(['scheduled', 'scheduled'])
})

test('cancelling calls the booking off, tells both by mail, and comes back to the page', async () => {
  expect((await thrownBy(() => cancel(world.meetingId, { intent: 'something' }))).status).toBe(400)
  const answer = await thrownBy(() => cancel(world.meetingId))
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/desk/meetings/${world.meetingId}`])
  const { sheet } = (await read(world.meetingId)).data
  expect([sheet.meeting.state, sheet.canCancel]).toEqual(['cancelled', false])
  expect(sheet.mails.filter(({ kind }) => kind === 'cancellation').map(({ to }) => to).sort()).toEqual(['Mette Holm', 'Søren Kjær'])
  const [row] = await db().select({ state: booking.state }).from(booking).where(eq(booking.meetingId, world.meetingId))
  expect(row?.state).toBe('cancelled')
})

test('a mail that did not arrive is sent again to the address that is typed, and what is wrong with it stays on the page', async () => {
  const own = await makeBookedWorld()
  const as = await signInHost(await hostOf(own))
  const mailId = newId()
  const snapshot = { sequence: 0, stampedAt: 0, startsAt: 0, endsAt: 0 }
  await db().insert(mail).values({ id: mailId, kind: 'invitation', meetingId: own.meetingId, seatId: own.guestSeatId, snapshot, failedAt: new Date(BEFORE) })
  const press = (email: string, id = mailId, cookieOf = as) => action(argumentsOf({
    method: 'POST', body: formOf({ intent: 'send-again', mail: id, email }), cookie: cookieOf, params: { meetingId: own.meetingId },
  }))
  const refused = drawn(await press('søren@'))
  expect([refused.init?.status, refused.data.unsent]).toEqual([422, { mailId, reason: 'bad-address', email: 'søren@' }])
  expect((drawn(await press('mette@example.com'))).init?.status).toBe(409)
  expect((await thrownBy(() => press('s@example.com', newId()))).status).toBe(404)
  expect((await thrownBy(() => press('s@example.com', mailId, cookie))).status).toBe(404)
  const done = await thrownBy(() => press(`right-${mailId}@example.com`))
  expect([done.status, done.headers.get('Location')]).toEqual([303, `/desk/meetings/${own.meetingId}#mails`])
  const { sheet } = (await read(own.meetingId, { Cookie: as })).data
  expect(sheet.mails.map(({ standing, email }) => [standing, email])).toContainEqual(['overtaken', `right-${mailId}@example.com`])
  expect(drawn(await press('late@example.com', sheet.mails.find(({ standing }) => standing === 'waiting')?.id)).init?.status).toBe(409)
})

test('a meeting that has begun is refused and stays', async () => {
  const begun = await makeBookedWorld()
  const own = await signInHost(await hostOf(begun))
  setNow(STARTS_AT + MINUTE_MS)
  const answer = await cancel(begun.meetingId, { as: own })
  setNow(BEFORE)
  expect(answer.init?.status).toBe(409)
  expect(await stateOf(begun)).toBe('scheduled')
})

test('times are in the consultant’s zone and words in their language, and no cache keeps them', async () => {
  await db().update(consultant).set({ locale: 'en', timeZone: 'Europe/London' }).where(eq(consultant.id, await hostOf(world)))
  const answer = await read(world.meetingId)
  expect(answer.data).toMatchObject({ locale: 'en', reader: { timeZone: 'Europe/London' } })
  expect(new Headers(answer.init?.headers).get('Cache-Control')).toBe('no-store')
  const [guest] = await db().select({ locale: seat.locale }).from(seat).where(eq(seat.id, world.guestSeatId))
  expect(guest?.locale).toBe('da')
})
