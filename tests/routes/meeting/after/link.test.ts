import { beforeAll, expect, test } from 'vitest'
import { linkKey } from '#app/platform/link.server.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { loader } from '../../../../app/routes/meeting/link.ts'
import { useDatabase } from '../../../support/database.ts'
import { makeMeeting, NOW, type World } from '../../../support/meetings.ts'
import { ask } from '../../../support/routes.ts'

useDatabase()
let world: World

beforeAll(async () => {
  setNow(NOW)
  world = await makeMeeting()
})

const open = (query: string, key?: string) => {
  const { id, linkGeneration } = world.guest.seat
  return ask(loader, { params: { seatId: id, key: key ?? linkKey('room', id, linkGeneration) }, url: `http://localhost/j/seat/key${query}` })
}

test('a mail\'s link leads to the door, the summary or the next meeting, and nowhere else', async () => {
  const room = `/room/${world.guest.seat.id}`
  for (const [query, page] of [['', ''], ['?to=summary', '/summary'], ['?to=next', '/next'], ['?to=check', '/check'], ['?to=//evil.example', '']] as const) {
    expect((await open(query)).headers.get('Location')).toBe(room + page)
  }
})

test('a key that was never given leads nowhere', async () => {
  for (const to of ['summary', 'next']) expect((await open(`?to=${to}`, 'x'.repeat(43))).status).toBe(404)
})
