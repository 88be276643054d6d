import { beforeEach, expect, test } from 'vitest'
import type { AgendaChange } from '#app/domain/agenda/change.ts'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { writeNote } from '#app/domain/agenda/notes/commands.server.ts'
import { admit, comeToDoor, leaveDoor } from '#app/domain/meeting/door/door.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import * as agendaRoute from '../../../../app/routes/meeting/agenda.ts'
import * as next from '../../../../app/routes/meeting/after/next.tsx'
import * as nextTimes from '../../../../app/routes/meeting/after/next-times.ts'
import * as notes from '../../../../app/routes/meeting/notes.tsx'
import * as room from '../../../../app/routes/meeting/room.tsx'
import * as summary from '../../../../app/routes/meeting/summary.tsx'
import * as summaryFile from '../../../../app/routes/meeting/after/summary-file.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, browserOf, NOW, passOf, READY, type World } from '../../../support/meetings.ts'
import { follow, makeLive, useFeed } from '../../../support/room-feed.ts'
import { argumentsOf, ask, drawn } from '../../../support/routes.ts'
import type { ReadEvent, StreamReader } from '../../../support/stream-reader.ts'

useDatabase()
useFeed()

let world: World
/** Waits at the door while the meeting goes on inside. */
let waiting: SeatPass
let atDoor: StreamReader

beforeEach(async () => {
  world = await makeLive()
  waiting = await addGuest(world.meetingId)
  await comeToDoor(waiting, { readiness: READY, now: NOW })
  atDoor = follow(await passOf(waiting.seat.id), { afterVersion: null })
  await atDoor.until((events) => agendas(events).length === 1)
})

test('whoever waits sees how the plan changes, and nothing of what is written and where the meeting is', async () => {
  await write('HEMMELIG beslutning')
  await writeNote(world.host, { version: 1, itemId: null, text: 'HEMMELIG note' }, NOW)
  await make({ kind: 'item-start', itemId: world.items[0] ?? null })
  await make({ kind: 'item-add', itemId: newId(), title: 'Et nyt punkt', purpose: '', minutes: 5, afterItemId: null })
  const seen = await atDoor.until((events) => JSON.stringify(agendas(events).at(-1)).includes('Et nyt punkt'))
  expect(agendas(seen), 'once for each plan').toHaveLength(2)
  expect(agendas(seen).at(-1)).toMatchObject({ id: null, data: { version: -1, notes: '', agenda: { entries: [], currentItemId: null } } })
  expect(steps(seen)).toEqual([])
  expect(atDoor.text()).not.toContain('HEMMELIG')
})

test('who is let in has the agenda as it is inside at once, and each step from there', async () => {
  await write('Vi begynder i januar')
  await admit(world.host, { guestSeatId: waiting.seat.id, now: NOW })
  const whole = (events: ReadEvent[]) => agendas(events).find(({ id }) => id === '1')
  expect(whole(await atDoor.until((events) => whole(events) !== undefined))).toMatchObject({ data: { agenda: { entries: [{ text: 'Vi begynder i januar' }] } } })
  await write('Og slutter i maj')
  await atDoor.until((events) => steps(events).includes('2'))
})

test('who has left hears nothing more, not even when waiting again, and what was missed once inside', async () => {
  await admit(world.host, { guestSeatId: waiting.seat.id, now: NOW })
  await atDoor.until((events) => agendas(events).at(-1)?.id === '0')
  await leaveDoor(waiting, NOW)
  await write('Uden gæsten')
  await comeToDoor(waiting, { readiness: READY, now: NOW })
  await atDoor.until((events) => JSON.stringify(events.at(-1)).includes('"me":{"door":"waiting"}'))
  await write('Stadig uden gæsten')
  expect(steps(atDoor.events())).toEqual([])
  await admit(world.host, { guestSeatId: waiting.seat.id, now: NOW })
  await atDoor.until((events) => steps(events).length === 2)
})

test('when it is over, whoever waited reads what it came to', async () => {
  await write('Vi begynder i januar')
  expect(atDoor.text()).not.toContain('Vi begynder')
  await endMeeting(world.host, NOW)
  await atDoor.until((events) => JSON.stringify(agendas(events)).includes('Vi begynder i januar'))
  const { data: { view } } = drawn(await summary.loader(argumentsOf(asWaiting())))
  expect(view.agenda.entries).toMatchObject([{ text: 'Vi begynder i januar' }])
})

test('no page and no file tells them, and none offers the next meeting', async () => {
  await write('HEMMELIG beslutning')
  await writeNote(world.host, { version: 1, itemId: null, text: 'HEMMELIG note' }, NOW)
  const page = drawn(await room.loader(argumentsOf(asWaiting())))
  const { view } = await notes.loader(argumentsOf(asWaiting()))
  const read = [page.data.room.agenda, await (await ask(agendaRoute.loader, asWaiting())).json(), view]
  for (const one of read) expect(one).toMatchObject({ version: -1 })
  expect(view).toMatchObject({ isOutside: true, notes: [], files: [] })
  expect(JSON.stringify(read)).not.toContain('HEMMELIG')
  const url = 'http://app.example/summary.json'
  for (const loader of [summary.loader, summaryFile.loader, next.loader, nextTimes.loader]) {
    expect((await ask(loader, { ...asWaiting(), url })).status).toBe(403)
  }
})

const asWaiting = () => ({ seatId: waiting.seat.id, cookie: browserOf(waiting) })

const agendas = (events: ReadEvent[]) => events.filter(({ event }) => event === 'agenda')

const steps = (events: ReadEvent[]) => events.filter(({ event }) => event === 'change').map(({ id }) => id)

const write = (text: string) => make({ kind: 'entry-add', entryId: newId(), entryKind: 'decision', itemId: null, text, owner: '', due: '' })

async function make(change: AgendaChange): Promise<void> {
  const made = await changeAgenda(world.host, { change, changeId: newId(), now: NOW })
  if (!made.ok) throw new Error(made.reason)
}
