import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { findMeetingSheet } from '#app/domain/booking/desk/desk.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { db } from '#db/client.server.ts'
import { meeting, seat } from '#db/schema.server.ts'
import { loader } from '../../../app/routes/desk/today.tsx'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost, type World } from '../../support/meetings.ts'
import { thrownBy } from '../../support/routes.ts'

useDatabase()

let world: World
let cookie: string

beforeAll(async () => {
  setNow(NOW)
  await makeMeeting()
  world = await makeMeeting()
  cookie = await signInHost(world.hostId)
})

function read(path = '/desk', headers: Record<string, string> = { Cookie: cookie }) {
  return loader({ request: new Request(`http://localhost${path}`, { headers }), params: {}, context: {} })
}

test('the desk asks for sign-in, and no cache keeps it', async () => {
  const answer = await thrownBy(() => read('/desk', { Accept: 'text/html' }))
  expect(answer.headers.get('Location')).toBe('/desk/sign-in?to=%2Fdesk')
  expect(new Headers((await read()).init?.headers).get('Cache-Control')).toBe('no-store')
})

test('the consultant sees their own meetings and no other’s', async () => {
  const { day } = (await read()).data.view
  expect(day.focus?.meeting).toMatchObject({ id: world.meetingId, hostSeatId: world.host.seat.id, mail: 'none' })
  expect([...day.earlier, ...day.rest, ...day.coming, ...day.recent]).toEqual([])
})

test('the booking links are those of the consultant’s own meetings, in their language', async () => {
  const { bookingLinks } = (await read()).data.view
  expect(bookingLinks).toHaveLength(1)
  expect(bookingLinks[0]).toMatchObject({ title: 'Første samtale', url: expect.stringMatching(/^http.*\/book\/type-/) })
})

test('a meeting that was booked in the other language is called by its type in the consultant’s, in the list and on its own page', async () => {
  const titles = async () => {
    const sheet = await findMeetingSheet({ id: world.hostId, locale: 'da' }, world.meetingId, NOW)
    return [(await read()).data.view.day.focus?.meeting.title, sheet?.meeting.title]
  }
  await db().update(meeting).set({ title: 'What it was called then' }).where(eq(meeting.id, world.meetingId))
  expect(await titles()).toEqual(['What it was called then', 'What it was called then'])
  await db().update(meeting).set({ locale: 'en-u-hc-h12' }).where(eq(meeting.id, world.meetingId))
  expect(await titles()).toEqual(['Første samtale', 'Første samtale'])
})

test('who knocked just now is at the door; who left it open is not', async () => {
  const knock = (lastSeenAt: number) => db().update(seat)
    .set({ door: 'waiting', lastSeenAt: new Date(lastSeenAt) }).where(eq(seat.id, world.guest.seat.id))
  await knock(NOW - 5_000)
  expect((await read()).data.view.day.atTheDoor.map(({ guest }) => guest.name)).toEqual([world.guest.seat.name])
  await knock(NOW - 60_000)
  expect((await read()).data.view.day.atTheDoor).toEqual([])
})

test('examples can be removed while there are any, and are said to be gone after', async () => {
  expect((await read()).data.view.demo).toBe('none')
  expect((await read('/desk?removed=1')).data.view.demo).toBe('removed')
  await db().update(meeting).set({ isDemo: true }).where(eq(meeting.id, world.meetingId))
  expect((await read('/desk?removed=1')).data.view.demo).toBe('present')
})
