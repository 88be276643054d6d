import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import type { AgendaChange } from '#app/domain/agenda/change.ts'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { db } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { loader } from '../../../app/routes/meeting/summary.tsx'
import { useDatabase } from '../../support/database.ts'
import { addGuest, cookieOf, makeMeeting, NOW, signInHost, type World } from '../../support/meetings.ts'
import { makeLive } from '../../support/room-feed.ts'
import { thrownBy } from '../../support/routes.ts'

useDatabase()

let world: World
let hostCookie: string

beforeAll(async () => {
  setNow(NOW)
  world = await makeLive()
  hostCookie = await signInHost(world.hostId)
  await change({ kind: 'item-start', itemId: world.items[0] ?? null }, NOW)
  await change({ kind: 'item-start', itemId: null }, NOW + 4 * MINUTE_MS)
  await change({ kind: 'entry-add', entryId: newId(), entryKind: 'decision', itemId: null, text: 'Vi begynder med seks.', owner: '', due: '' }, NOW)
})

async function change(wanted: AgendaChange, at: number): Promise<void> {
  const changed = await changeAgenda(world.host, { change: wanted, changeId: newId(), now: at })
  if (!changed.ok) throw new Error(changed.reason)
}

function read(seatId: string, cookie = '') {
  const request = new Request('http://localhost/room', { headers: { Cookie: cookie } })
  return loader({ request, params: { seatId }, context: {} })
}

test('each side reads what was written, with the other’s name and on its own clock', async () => {
  const guest = await read(world.guest.seat.id, cookieOf(world.guest))
  expect(guest.data.view).toMatchObject({ withNames: world.host.seat.name, timeZone: 'Europe/Copenhagen', isOver: false })
  expect(guest.data.view.agenda.entries.map(({ text }) => text)).toEqual(['Vi begynder med seks.'])
  expect(guest.data.view.agenda.items[0]?.spentMs).toBe(4 * MINUTE_MS)
  const host = await read(world.host.seat.id, hostCookie)
  expect(host.data.view.withNames).toBe(world.guest.seat.name)
})

test('what was asked is in it in numbers, before the end for whoever has answered, and whose answer is whose never', async () => {
  const [pollId, yes] = [newId(), newId()]
  const answers = [{ id: yes, text: 'Ja' }, { id: newId(), text: 'Nej' }]
  await change({ kind: 'poll-ask', pollId, itemId: world.items[0] ?? null, question: 'Januar?', answers }, NOW)
  await change({ kind: 'poll-vote', pollId, answerId: yes }, NOW)
  const [host, guest] = [await read(world.host.seat.id, hostCookie), await read(world.guest.seat.id, cookieOf(world.guest))]
  expect(host.data.view.polls).toMatchObject([{ question: 'Januar?', votes: 1, answers: [{ text: 'Ja', count: 1 }, { text: 'Nej', count: 0 }] }])
  expect(guest.data.view.polls).toMatchObject([{ votes: 1, answers: [{ count: null }, { count: null }] }])
  expect(JSON.stringify(guest.data.view)).not.toContain(world.host.seat.id)
  expect(JSON.stringify(guest.data.view)).not.toContain(yes)
})

test('several guests are named as a sentence names them', async () => {
  const other = await makeMeeting()
  await addGuest(other.meetingId)
  const cookie = await signInHost(other.hostId)
  expect((await read(other.host.seat.id, cookie)).data.view.withNames).toMatch(/^.+ og .+$/)
})

test('it is kept by no cache', async () => {
  const { init } = await read(world.guest.seat.id, cookieOf(world.guest))
  expect(new Headers(init?.headers).get('Cache-Control')).toBe('no-store')
})

test('an outsider gets nothing, and whoever was sent away neither', async () => {
  expect((await thrownBy(() => read(world.guest.seat.id))).status).toBe(403)
  expect((await thrownBy(() => read(newId(), cookieOf(world.guest)))).status).toBe(404)
  expect((await thrownBy(() => read(world.guest.seat.id, cookieOf(world.guest, 'booking')))).status).toBe(403)
  const removed = await addGuest(world.meetingId)
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.id, removed.seat.id))
  expect((await thrownBy(() => read(removed.seat.id, cookieOf(removed)))).status).toBe(403)
})
