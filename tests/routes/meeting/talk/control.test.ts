import { beforeAll, expect, test } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { sayInChat } from '#app/domain/meeting/chat/commands.server.ts'
import { findMeetingSheet } from '#app/domain/booking/desk/desk.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import * as door from '../../../../app/routes/meeting/door.ts'
import { loader as readSummary } from '../../../../app/routes/meeting/summary.tsx'
import * as token from '../../../../app/routes/meeting/token.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, cookieOf, NOW, signInHost, type World } from '../../../support/meetings.ts'
import { makeLive } from '../../../support/room-feed.ts'
import { post, thrownBy } from '../../../support/routes.ts'

useDatabase()

let world: World
let hostCookie = ''

beforeAll(async () => {
  setNow(NOW)
  world = await makeLive()
  hostCookie = await signInHost(world.hostId)
  await sayInChat(world.guest, { id: newId(), text: 'Skrevet undervejs', now: NOW })
})

test('what is the host\'s is refused to a guest, whoever it is about', async () => {
  for (const seatId of [world.host.seat.id, world.guest.seat.id]) {
    for (const body of [{ intent: 'silence', seatId, kind: 'microphone' }, { intent: 'hand-over', seatId }, { intent: 'lock' }, { intent: 'unlock' }]) {
      const response = await asGuest(body)
      expect([body.intent, response.status, await response.json()]).toEqual([body.intent, 403, { reason: 'not-allowed' }])
    }
  }
})

test.each([
  { intent: 'silence', kind: 'microphone' }, { intent: 'silence', seatId: newId(), kind: 'everything' }, { intent: 'hand-over' },
  { intent: 'lower-hand', seatId: 'x' }, { intent: 'lock!' },
])('%j is nothing that our pages ask', async (body) => {
  expect((await asGuest(body)).status).toBe(400)
})

test('the host locks and unlocks, and whoever comes late meanwhile is refused in a word', async () => {
  const late = await addGuest(world.meetingId)
  expect(await (await asHost({ intent: 'lock' })).json()).toMatchObject({ isLocked: true })
  const knocked = await post(token.action, { seatId: late.seat.id, cookie: cookieOf(late), body: { intent: 'knock', camera: 'ready', microphone: 'ready' } })
  expect([knocked.status, await knocked.json()]).toEqual([409, { reason: 'meeting-locked' }])
  expect(await (await asHost({ intent: 'unlock' })).json()).toMatchObject({ isLocked: false })
})

test('a hand goes up by its owner and comes down by the host', async () => {
  const seatId = world.guest.seat.id
  expect(await (await asGuest({ intent: 'raise-hand' })).json()).toMatchObject({ hands: [{ seatId }] })
  expect(await (await asHost({ intent: 'lower-hand', seatId })).json()).toMatchObject({ hands: [] })
})

test('somebody who is not inside can be silenced by nobody', async () => {
  expect((await asHost({ intent: 'silence', seatId: newId(), kind: 'camera' })).status).toBe(404)
})

test('the record has what was written, for host and guest; a colleague who never was inside reads none of it, then or later', async () => {
  const colleague = await addGuest(world.meetingId)
  const said = async (seatId: string, cookie: string) => {
    const request = new Request('http://localhost/room', { headers: { Cookie: cookie } })
    return (await readSummary({ request, params: { seatId }, context: {} })).data.view.said.map(({ text }) => text)
  }
  expect(await said(world.guest.seat.id, cookieOf(world.guest))).toEqual(['Skrevet undervejs'])
  expect(await said(world.host.seat.id, hostCookie)).toEqual(['Skrevet undervejs'])
  const asColleague = () => said(colleague.seat.id, cookieOf(colleague))
  expect((await thrownBy(asColleague)).status).toBe(403)
  await endMeeting(world.host, NOW)
  expect(await asColleague()).toEqual([])
  expect((await findMeetingSheet({ id: world.hostId, locale: 'da' }, world.meetingId, NOW))?.said).toHaveLength(1)
})

function asGuest(body: object): Promise<Response> {
  return post(door.action, { seatId: world.guest.seat.id, cookie: cookieOf(world.guest), body })
}

function asHost(body: object): Promise<Response> {
  return post(door.action, { seatId: world.host.seat.id, cookie: hostCookie, body })
}
