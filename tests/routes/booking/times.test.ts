import { afterEach, beforeEach, expect, test } from 'vitest'
import { findCalendarVersion } from '#app/domain/calendar/queries.server.ts'
import { DAY_MS, HOUR_MS, isoInstant, MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { db } from '#db/client.server.ts'
import { reservation, watch } from '#db/schema.server.ts'
import * as times from '../../../app/routes/booking/times.tsx'
import { makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { NOW } from '../../support/meetings.ts'
import { argumentsOf, ask, drawn, formOf } from '../../support/routes.ts'

const database = useDatabase()
const PAGE = 'http://localhost/book/intro'
let addresses = 0

beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  await makeDesk()
  await db().execute('update consultant set calendar_version = floor(random() * 1000000000)')
})
afterEach(() => {
  setNow(null)
  publishEnv({ RESERVATION_LIMIT_PER_HOUR: '120' })
})

test('pressing a time leads to its form, with a cookie that no script reads and of which the database keeps a hash', async () => {
  const { response, cookie } = await press(THURSDAY_TEN)
  expect(response.status).toBe(303)
  expect(response.headers.get('Location')).toBe('/book/intro/details?start=2026-11-26T09%3A00%3A00Z&zone=Europe%2FCopenhagen')
  expect(response.headers.get('Set-Cookie')).toMatch(/^fremmode_visitor=[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/)
  const stored = JSON.stringify(await db().select().from(reservation))
  expect([stored.includes(cookie.split('=')[1] ?? '?'), stored.includes('203.0.113')]).toEqual([false, false])
})

test('whoever is known keeps their cookie, and looking reserves nothing and sets none', async () => {
  const { cookie } = await press(THURSDAY_TEN)
  expect((await press(THURSDAY_TEN + DAY_MS, { cookie })).response.headers.get('Set-Cookie')).toBeNull()
  const seen = await look({ url: `${PAGE}?at=2026-11-26T09%3A00%3A00Z` })
  expect([headersOf(seen).get('Set-Cookie'), await db().$count(reservation)]).toEqual([null, 1])
})

test('the holder\'s page is theirs alone; everybody else\'s says that the time is being booked, and nothing about whom', async () => {
  const { cookie } = await press(THURSDAY_TEN)
  const [hers, others, strangers] = [await look({ cookie }), await look(), await look({ cookie: `fremmode_visitor=${'x'.repeat(43)}` })]
  expect(hers.data).toMatchObject({ mine: { at: THURSDAY_TEN, until: await readExpiry() }, reserved: [], isPersonal: true })
  expect(headersOf(hers).get('Cache-Control')).toBe('no-store')
  expect(others.data).toMatchObject({ mine: null, reserved: [THURSDAY_TEN], isPersonal: false })
  expect([headersOf(others).get('Cache-Control'), headersOf(strangers).get('Cache-Control')]).toEqual([null, null])
  expect(JSON.stringify(strangers.data)).toBe(JSON.stringify(others.data))
})

test('the holder sees the times beside their own as free, for another choice gives it up', async () => {
  const { cookie } = await press(THURSDAY_TEN)
  const beside = THURSDAY_TEN + 30 * MINUTE_MS
  expect(startsOf(await look())).not.toContain(beside)
  expect(startsOf(await look({ cookie }))).toContain(beside)
})

test('a lapsed reservation shows its time as free, to all and at once, though the calendar\'s version stays', async () => {
  const { cookie } = await press(THURSDAY_TEN)
  const version = await findCalendarVersion('intro')
  const until = await readExpiry()
  setNow(until - MINUTE_MS)
  expect((await look()).data.reserved).toEqual([THURSDAY_TEN])
  setNow(until)
  for (const seen of [await look(), await look({ cookie })]) expect([seen.data.reserved, seen.data.mine]).toEqual([[], null])
  expect(startsOf(await look())).toContain(THURSDAY_TEN)
  expect(await findCalendarVersion('intro')).toBe(version)
})

test('a time that somebody is booking is refused with the nearest and a way to be told', async () => {
  await press(THURSDAY_TEN)
  const answer = await pressInVain(THURSDAY_TEN)
  expect(answer.status).toBe(409)
  expect(answer.state.marked).toMatchObject({ at: THURSDAY_TEN, state: 'barred' })
  expect(answer.state.marked?.nearest).toHaveLength(4)
})

test('a fourth time of one network is refused with 429, and says when to come again', async () => {
  for (const days of [0, 1, 4]) await press(THURSDAY_TEN + days * DAY_MS, { clientAddress: '198.51.100.9' })
  const answer = await pressInVain(THURSDAY_TEN + 5 * DAY_MS, { clientAddress: '198.51.100.9' })
  expect([answer.status, answer.retryAfter, answer.state.problem?.kind]).toEqual([429, '600', 'address-full'])
})

test('when half of a day is reserved, 409 offers other days and going on without', async () => {
  const refused = []
  for (let hour = -1; hour < 6; hour += 1) {
    const answered = await pressAny(THURSDAY_TEN + hour * HOUR_MS)
    if (!(answered instanceof Response)) refused.push(answered.data)
  }
  const [state] = refused.filter(({ problem }) => problem?.kind === 'day-full')
  expect(state?.problem?.nearest).toHaveLength(4)
  for (const at of state?.problem?.nearest ?? []) expect(Math.abs(at - THURSDAY_TEN)).toBeGreaterThan(12 * HOUR_MS)
})

test('who tries too often waits', async () => {
  publishEnv({ RESERVATION_LIMIT_PER_HOUR: '2' })
  const clientAddress = '198.51.100.77'
  for (const days of [0, 1]) await press(THURSDAY_TEN + days * DAY_MS, { clientAddress })
  const answer = await pressInVain(THURSDAY_TEN, { clientAddress })
  expect([answer.status, answer.state.problem?.kind, Number(answer.retryAfter) > 0]).toEqual([429, 'too-many', true])
})

test('a time is left by who holds it, and by nobody else', async () => {
  const { cookie } = await press(THURSDAY_TEN)
  const leave = (given?: string) => post({ start: isoInstant(THURSDAY_TEN), intent: 'leave' }, { cookie: given })
  for (const given of [undefined, `fremmode_visitor=${'x'.repeat(43)}`]) {
    expect((await leave(given)).status).toBe(303)
    expect(await db().$count(reservation)).toBe(1)
  }
  expect((await leave(cookie)).headers.get('Location')).toBe('/book/intro?from=2026-11-26&zone=Europe%2FCopenhagen')
  expect(await db().$count(reservation)).toBe(0)
})

test('asking to be told keeps the address, unless it can\'t be one or a robot wrote it', async () => {
  await press(THURSDAY_TEN)
  const asked = { start: isoInstant(THURSDAY_TEN), intent: 'watch', email: 'bo@example.com' }
  for (const wrong of [{ ...asked, email: 'bo@firma' }, { ...asked, website: 'x' }]) {
    const answer = drawn(await times.action(argumentsOf(posted(wrong))))
    expect([answer.init?.status, answer.data.watch.typed, answer.data.watch.fault]).toEqual([422, wrong.email, 'emailBroken'])
  }
  expect((await post(asked)).headers.get('Location')).toContain('watching=yes')
  expect(await db().select({ email: watch.email }).from(watch)).toEqual([{ email: 'bo@example.com' }])
  expect((await post({ ...asked, start: isoInstant(THURSDAY_TEN + DAY_MS) })).headers.get('Location')).not.toContain('watching')
})

test('what no button of ours says is refused as such', async () => {
  for (const start of ['', 'soon', '2026-11-26T09:00:00']) expect((await post({ start })).status).toBe(400)
  const elsewhere = { ...posted({ start: isoInstant(THURSDAY_TEN) }), params: { type: 'nope' } }
  expect((await ask(times.action, elsewhere)).status).toBe(404)
})

async function readExpiry(): Promise<number> {
  const [row] = await db().select({ at: reservation.expiresAt }).from(reservation)
  return row?.at.getTime() ?? NaN
}

type From = { cookie?: string; clientAddress?: string }

function posted(fields: Record<string, string>, { cookie, clientAddress = `203.0.113.${addresses++ % 250}` }: From = {}) {
  return { url: PAGE, method: 'POST', params: { type: 'intro' }, body: formOf({ zone: 'Europe/Copenhagen', ...fields }), cookie, clientAddress }
}

function post(fields: Record<string, string>, from: From = {}): Promise<Response> {
  return ask(times.action, posted(fields, from))
}

async function press(at: number, from: From = {}): Promise<{ response: Response; cookie: string }> {
  const response = await post({ start: isoInstant(at) }, from)
  return { response, cookie: response.headers.get('Set-Cookie')?.split(';')[0] ?? from.cookie ?? '' }
}

async function pressAny(at: number, from: From = {}) {
  try {
    return await times.action(argumentsOf(posted({ start: isoInstant(at) }, from)))
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

async function pressInVain(at: number, from: From = {}) {
  const { data: state, init } = drawn(await times.action(argumentsOf(posted({ start: isoInstant(at) }, from))))
  return { state, status: init?.status, retryAfter: new Headers(init?.headers).get('Retry-After') }
}

function look({ cookie, url = PAGE }: { cookie?: string; url?: string } = {}) {
  return times.loader(argumentsOf({ url, params: { type: 'intro' }, cookie }))
}

type Seen = Awaited<ReturnType<typeof look>>

function headersOf({ init }: Seen): Headers {
  return new Headers(init?.headers)
}

function startsOf({ data: { page } }: Seen): number[] {
  return page.days.flatMap((day) => day.starts)
}
