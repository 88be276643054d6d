import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { markStep } from '#app/domain/agenda/steps/mark.server.ts'
import { bookNext, offerNext } from '#app/domain/booking/next/commands.server.ts'
import { listNextTimes } from '#app/domain/booking/next/queries.server.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { meeting } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { passOf } from '../../../support/meetings.ts'
import { DURING, item, line, listAllMeetings, makeLive, type LiveMeeting } from '../../../support/next-world.ts'

const database = useDatabase()
const DRAFT = line('next-step', 'Send udkastet', { owner: 'Mette' })
const CALL = line('next-step', 'Ring til Claire', { owner: 'Søren' })
const AFTER = DURING + MINUTE_MS

let live: LiveMeeting

/** The next one is booked while the meeting goes on, and then it ends. */
beforeEach(async () => {
  await database.reset()
  live = await makeLive({ items: [item('Prisen')], entries: [DRAFT, CALL] })
  const [first = 0] = await listNextTimes(live.guest, DURING)
  await offerNext(live.host, { starts: [], now: DURING })
  await bookNext(live.guest, { startsAt: first, now: DURING })
})

const end = () => endMeeting(live.host, DURING)
const mark = (entryId: string, isDone: boolean, pass = live.guest) => markStep(pass, { entryId, isDone, now: AFTER })
const nextOne = async () => (await listAllMeetings())[1]?.id ?? ''
const items = async () => (await getAgenda(await nextOne())).agenda.items
const titles = async () => (await items()).map(({ title }) => title)

test('a step that is said to be done after the end is no point of the next meeting any more, and the others stay', async () => {
  await end()
  expect(await titles()).toEqual(['Send udkastet', 'Ring til Claire', 'Prisen'])
  await mark(DRAFT.id, true)
  expect(await titles()).toEqual(['Ring til Claire', 'Prisen'])
})

test('said by mistake, it comes again, once, with who does it', async () => {
  await end()
  await mark(DRAFT.id, true)
  await Promise.all([mark(DRAFT.id, false), mark(DRAFT.id, false, live.host)])
  expect((await titles()).filter((title) => title === 'Send udkastet')).toHaveLength(1)
  expect((await items()).find(({ carriedFrom }) => carriedFrom === DRAFT.id)?.purpose).toContain('Mette')
  await mark(DRAFT.id, true)
  expect(await titles()).toEqual(['Ring til Claire', 'Prisen'])
})

test('what somebody took off there by hand stays off, done or not', async () => {
  await end()
  const host = await passOf((await listSeats(await nextOne()))[0]?.id ?? '')
  const [point] = await items()
  await changeAgenda(host, { change: { kind: 'item-remove', itemId: point?.id ?? '' }, changeId: newId(), now: AFTER })
  await mark(DRAFT.id, true)
  await mark(DRAFT.id, false)
  expect(await titles()).toEqual(['Ring til Claire', 'Prisen'])
})

test('done when the next one is booked and undone since, it comes then', async () => {
  await end()
  await mark(DRAFT.id, true)
  await mark(CALL.id, true)
  await mark(CALL.id, false)
  expect(await titles()).toEqual(['Prisen', 'Ring til Claire'])
})

test('while the meeting goes on nothing goes over, and a next one that has begun stays as it is', async () => {
  await mark(DRAFT.id, true)
  expect(await titles()).toContain('Send udkastet')
  await end()
  expect(await titles()).not.toContain('Send udkastet')
  await db().update(meeting).set({ state: 'live' }).where(eq(meeting.id, await nextOne()))
  await mark(CALL.id, true)
  expect(await titles()).toContain('Ring til Claire')
})
