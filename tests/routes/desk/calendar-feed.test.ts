import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { bookSlot, cancelBooking, moveBooking } from '#app/domain/booking/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { mask } from '#app/platform/log.server.ts'
import { db } from '#db/client.server.ts'
import { calendarFeed, meeting, meetingType, occupiedTime } from '#db/schema.server.ts'
import * as page from '../../../app/routes/desk/calendars/calendar-feed.tsx'
import { loader } from '../../../app/routes/desk/calendars/feed-file.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { ask, formOf, post } from '../../support/routes.ts'
import { readOurselves } from '../../support/validators/validators.ts'

useDatabase()

let hostId: string
let cookie: string
let readers = 0

beforeAll(async () => {
  setNow(NOW)
  publishEnv({ PUBLIC_URL: 'https://meet.example.com' })
  hostId = await makeDesk()
  cookie = await signInHost(hostId)
})
beforeEach(async () => {
  await db().delete(meeting)
  await db().delete(occupiedTime)
})

const change = (intent: string, as = cookie) => post(page.action, { cookie: as, body: formOf({ intent }), url: 'http://localhost/desk/calendar-feed' })

async function addressAt(): Promise<string | null> {
  const request = new Request('http://localhost/desk/calendar-feed', { headers: { Cookie: cookie } })
  return (await page.loader({ request, params: {}, context: {} })).url
}

type Reading = { headers?: Record<string, string>; method?: string; from?: string }

/** Reads the feed as a calendar program does, each from a network of its own unless told otherwise. */
function read(url: string | null, { headers = {}, method = 'GET', from = `198.51.100.${readers += 1}` }: Reading = {}) {
  const [, id = '', file = ''] = /\/feed\/([^/]+)\/(.+)$/.exec(url ?? '') ?? []
  return ask(loader, { params: { hostId: id, file }, headers, method, clientAddress: from })
}

async function open(): Promise<string> {
  await change('made')
  return await addressAt() ?? ''
}

async function book(startsAt: number, given: Parameters<typeof askFor>[0] = {}): Promise<string> {
  const booked = await bookSlot(askFor({ startsAt, ...given }), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  return booked.value.guestSeatId
}

test('nothing is there before it is made; the desk makes it, renews it and closes it, and the old one ends at once', async () => {
  expect(await addressAt()).toBeNull()
  const made = await change('made')
  expect([made.status, made.headers.get('Location')]).toEqual([303, '/desk/calendar-feed?made'])
  const first = await addressAt()
  expect(first).toMatch(new RegExp(`^https://meet\\.example\\.com/feed/${hostId}/[\\w-]{43}\\.ics$`))
  expect((await read(first)).status).toBe(200)
  await change('renewed')
  const second = await addressAt()
  expect(second).not.toBe(first)
  expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200])
  await change('closed')
  expect([await addressAt(), (await read(second)).status]).toEqual([null, 404])
  await change('made')
  expect([(await read(first)).status, (await read(second)).status, (await read(await addressAt())).status]).toEqual([404, 404, 200])
})

test('the database keeps no secret, and the log masks it', async () => {
  const url = await open()
  const key = url.split('/').at(-1)?.replace('.ics', '') ?? ''
  expect(JSON.stringify(await db().select().from(calendarFeed))).not.toContain(key)
  expect(mask(`"path":"${new URL(url).pathname}"`)).toBe(`"path":"/feed/${hostId}/[key].ics"`)
})

test('what is agreed on and what is asked for stand in it, moved ones at their new time, and what is called off does not', async () => {
  const url = await open()
  expect(readOurselves(await (await read(url)).text()).events).toEqual([])
  const [moved, off] = [await book(THURSDAY_TEN), await book(THURSDAY_TEN + DAY_MS, { email: 'b@example.com' })]
  await db().update(meetingType).set({ needsApproval: true })
  await book(THURSDAY_TEN + 4 * DAY_MS, { email: 'c@example.com', name: 'Claire Dupont', companyName: 'Atelier' })
  await db().update(meetingType).set({ needsApproval: false })
  await moveBooking(moved, THURSDAY_TEN + 5 * DAY_MS, NOW)
  await cancelBooking(off, NOW)
  const { events } = readOurselves(await (await read(url)).text())
  expect(events.map(({ starts, status, sequence }) => [starts, status, sequence]))
    .toEqual([['20261130T090000Z', 'TENTATIVE', 0], ['20261201T090000Z', 'CONFIRMED', 1]])
  expect(events[0]?.summary).toContain('Claire Dupont, Atelier')
  const uids = (await db().select({ uid: meeting.icsUid }).from(meeting)).map((row) => row.uid)
  for (const { uid } of events) expect(uids).toContain(uid)
})

test('the last thirty days stand in it and what is older does not, nor another’s meetings', async () => {
  const url = await open()
  await book(THURSDAY_TEN)
  await makeMeeting()
  const starts = async () => readOurselves(await (await read(url)).text()).events.length
  const set = (startsAt: number) => db().update(meeting)
    .set({ startsAt: new Date(startsAt), endsAt: new Date(startsAt + 1) }).where(eq(meeting.hostId, hostId))
  await set(NOW - 30 * DAY_MS + MINUTE_MS)
  expect(await starts()).toBe(1)
  await set(NOW - 30 * DAY_MS - 1)
  expect(await starts()).toBe(0)
})

test('a program that knows this version gets no body, and a new one when something changed', async () => {
  const url = await open()
  const seatId = await book(THURSDAY_TEN)
  const first = await read(url)
  const etag = first.headers.get('ETag') ?? ''
  expect(Object.fromEntries(first.headers)).toMatchObject({ 'cache-control': 'private, no-cache', 'content-type': 'text/calendar; charset=utf-8' })
  for (const known of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
    const again = await read(url, { headers: { 'If-None-Match': known } })
    expect([known, again.status, await again.text(), again.headers.get('ETag')]).toEqual([known, 304, '', etag])
  }
  expect((await read(url, { method: 'HEAD' })).headers.get('ETag')).toBe(etag)
  await moveBooking(seatId, THURSDAY_TEN + DAY_MS, NOW)
  const changed = await read(url, { headers: { 'If-None-Match': etag } })
  expect([changed.status, changed.headers.get('ETag') === etag]).toEqual([200, false])
})

test('an outsider gets nothing: no wrong, cut or borrowed key, no other consultant, no other name', async () => {
  const url = await open()
  const { hostId: otherId } = await makeMeeting()
  const [row] = await db().select().from(calendarFeed).where(eq(calendarFeed.hostId, hostId))
  const generation = row?.linkGeneration ?? 0
  const wrong = [
    url.replace('.ics', ''), url.replace(/.\.ics$/, '.ics'), url.replace(hostId, otherId), url.replace(hostId, newId()), url.replace(hostId, 'x'),
    paths.calendarFeed(hostId, linkKey('room', hostId, generation)), paths.calendarFeed(hostId, linkKey('calendar-feed', hostId, generation + 1)),
    paths.calendarFeed(otherId, linkKey('calendar-feed', otherId, 1)), paths.calendarFeed(hostId, ''), paths.calendarFeed(hostId, "' OR 1=1 --"),
  ]
  for (const tried of wrong) {
    const answer = await read(tried)
    expect([tried, answer.status, await answer.text()]).toEqual([tried, 404, ''])
  }
})

test('only the consultant makes or closes it', async () => {
  const url = await open()
  for (const intent of ['made', 'renewed', 'closed']) expect((await change(intent, '')).status).toBe(403)
  expect((await change('something-else')).status).toBe(400)
  expect((await ask(page.action, { method: 'POST', cookie: await signInHost((await makeMeeting()).hostId), body: formOf({ intent: 'closed' }) })).status).toBe(303)
  expect((await read(url)).status).toBe(200)
})

test('a network that asks too often is told when to come back, before any key is looked at', async () => {
  const url = await open()
  const answers = []
  for (let count = 0; count < 121; count += 1) answers.push(await read(count % 2 ? url : `${url}x`, { from: '203.0.113.9' }))
  expect(answers.slice(0, 120).every(({ status }) => status === 200 || status === 404)).toBe(true)
  expect(answers.at(-1)?.status).toBe(429)
  expect(Number(answers.at(-1)?.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await read(url)).status).toBe(200)
})
