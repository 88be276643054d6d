import { afterAll, beforeEach, expect, test } from 'vitest'
import { findMeetingSheet } from '#app/domain/booking/desk/desk.server.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { db } from '#db/client.server.ts'
import { booking, reservation } from '#db/schema.server.ts'
import * as booked from '../../../app/routes/booking/booking.tsx'
import * as details from '../../../app/routes/booking/details.tsx'
import * as times from '../../../app/routes/booking/times.tsx'
import * as front from '../../../app/routes/site/front.tsx'
import { makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { cookieOf, NOW, passOf } from '../../support/meetings.ts'
import { somebody } from '../../support/prospect.ts'
import { argumentsOf, ask, drawn, formOf, thrownBy } from '../../support/routes.ts'

const database = useDatabase()
const params = { type: 'intro' }
const SITE = 'https://www.nordlys.example'
const QUERY = 'name=Anna+Lund&email=anna%40nordlys.dk&diagnosis=more-courses&message=Hej&utm_source=brev&utm_campaign=jul'
let hostId: string
let addresses = 0

beforeEach(async () => {
  setNow(NOW)
  publishEnv({ REDIRECT_ORIGINS: SITE })
  await database.reset()
  hostId = await makeDesk()
  await db().execute('update consultant set calendar_version = floor(random() * 1000000000)')
})
afterAll(() => {
  setNow(null)
  publishEnv({ REDIRECT_ORIGINS: '' })
})

test('the form comes filled in as the address says, through the times; looking stores nothing', async () => {
  const page = await times.loader(argumentsOf({ params, url: `http://localhost/book/intro?${QUERY}` }))
  const { data: state, init } = drawn(page)
  expect([state.carried.name, state.isPersonal, new Headers(init?.headers).get('Cache-Control')]).toEqual(['Anna Lund', true, 'no-store'])
  const pressed = await press(new URLSearchParams(state.carried).toString())
  const form = await look(`http://localhost${pressed}`)
  expect(form).toMatchObject({
    typed: { name: 'Anna Lund', email: 'anna@nordlys.dk', company: '', diagnosis: 'more-courses', message: 'Hej' }, faults: {},
  })
  expect([await db().$count(booking), JSON.stringify(await db().select().from(reservation)).includes('Anna')]).toEqual([0, false])
})

test('an address that says nothing leaves the page everybody\'s', async () => {
  const { data: state, init } = drawn(await times.loader(argumentsOf({ params, url: 'http://localhost/book/intro' })))
  expect([state.carried, state.isPersonal, init]).toEqual([{}, false, null])
})

test('where the visitor came from is stored with the booking and shown at the desk', async () => {
  await send({ carried: QUERY })
  const [row] = await db().select().from(booking)
  expect([row?.campaign, row?.returnUrl]).toEqual([{ utm_source: 'brev', utm_campaign: 'jul' }, null])
  expect((await findMeetingSheet({ id: hostId, locale: 'da' }, row?.meetingId ?? '', NOW))?.campaign).toEqual({ utm_source: 'brev', utm_campaign: 'jul' })
})

test('a form with a fault keeps what was handed on', async () => {
  const body = formOf({ ...somebody({ email: 'x' }), zone: 'Europe/Copenhagen', start: isoInstant(THURSDAY_TEN), carried: QUERY })
  const { data: state } = drawn(await details.action(argumentsOf({ ...posted, body, clientAddress: '203.0.113.9' })))
  expect(state.carried).toMatchObject({ utm_source: 'brev', name: 'Anna Lund' })
})

test('the confirmation leads on to a site that is allowed, and to no other, whatever the form says', async () => {
  for (const [then, host] of [[`${SITE}/tak`, 'www.nordlys.example'], ['https://evil.example/', undefined]] as const) {
    const location = (await send({ carried: `then=${encodeURIComponent(then)}`, start: isoInstant(THURSDAY_TEN + (host ? 0 : 86_400_000)) })).headers.get('Location')
    const pass = await passOf(location?.split('/').at(-1) ?? '')
    const page = await booked.loader(argumentsOf({ seatId: pass.seat.id, cookie: cookieOf(pass, 'booking') }))
    expect(page.returnTo?.host).toBe(host)
  }
})

test('a site that is taken off the list is led on to no more', async () => {
  const location = (await send({ carried: `then=${encodeURIComponent(SITE)}` })).headers.get('Location')
  publishEnv({ REDIRECT_ORIGINS: 'https://other.example, https://third.example' })
  const pass = await passOf(location?.split('/').at(-1) ?? '')
  expect((await booked.loader(argumentsOf({ seatId: pass.seat.id, cookie: cookieOf(pass, 'booking') }))).returnTo).toBeNull()
})

test.each([
  ['/book/intro?lang=en&utm_source=a', '/en/book/intro?utm_source=a', times.loader],
  ['/en/book/intro?lang=da', '/book/intro', times.loader],
  ['/book/intro?lang=da', '/book/intro', times.loader],
  ['/en/book/intro/details?start=x&lang=da', '/book/intro/details?start=x', details.loader],
  ['/?lang=en', '/en', front.loader],
  ['/en?lang=da', '/', front.loader],
] as const)('%s leads to %s', async (asked, location, loader) => {
  const answer = await ask(loader, { params, url: `http://localhost${asked}` })
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, location])
})

test('a language that there is none of leads nowhere', async () => {
  expect(drawn(await times.loader(argumentsOf({ params, url: 'http://localhost/book/intro?lang=fr' }))).data.locale).toBe('da')
})

test('the front page hands on all that the pages of free times understand, shows its times on that clock, and is kept nowhere then', async () => {
  const { data: state, init } = drawn(await front.loader(argumentsOf({ url: `http://localhost/?${QUERY}&zone=America/New_York&then=${SITE}/tak&other=x` })))
  expect(state.handedOn).toEqual({
    name: 'Anna Lund', email: 'anna@nordlys.dk', diagnosis: 'more-courses', message: 'Hej', utm_source: 'brev', utm_campaign: 'jul',
    then: `${SITE}/tak`, zone: 'America/New_York',
  })
  expect([state.zone, new Headers(init?.headers).get('Cache-Control')]).toEqual(['America/New_York', 'no-store'])
  const plain = drawn(await front.loader(argumentsOf({ url: 'http://localhost/' })))
  expect([plain.data.handedOn, plain.data.zone, plain.init]).toEqual([{ zone: undefined }, 'Europe/Copenhagen', null])
})

const posted = { url: 'http://localhost/book/intro/details', method: 'POST', params }

async function press(carried: string): Promise<string> {
  const body = formOf({ start: isoInstant(THURSDAY_TEN), zone: 'Europe/Copenhagen', carried })
  const answer = await ask(times.action, { ...posted, body, clientAddress: '203.0.113.7' })
  return answer.headers.get('Location') ?? ''
}

function look(url: string) {
  return details.loader(argumentsOf({ params, url }))
}

function send(changes: Record<string, string>): Promise<Response> {
  const body = formOf({ ...somebody(), zone: 'Europe/Copenhagen', start: isoInstant(THURSDAY_TEN), ...changes })
  return thrownBy(async () => details.action(argumentsOf({ ...posted, body, clientAddress: `203.0.113.${50 + addresses++}` })))
}
