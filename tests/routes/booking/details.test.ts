import { afterEach, beforeEach, expect, test } from 'vitest'
import { cancelBooking } from '#app/domain/booking/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, isoInstant, MINUTE_MS } from '#app/kernel/time.ts'
import { now, setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { readStamp, stampForm } from '#app/platform/pages/visitor.server.ts'
import { db } from '#db/client.server.ts'
import { booking, reservation } from '#db/schema.server.ts'
import * as details from '../../../app/routes/booking/details.tsx'
import * as times from '../../../app/routes/booking/times.tsx'
import { makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { NOW } from '../../support/meetings.ts'
import { somebody } from '../../support/prospect.ts'
import { argumentsOf, ask, drawn, formOf, thrownBy } from '../../support/routes.ts'

const database = useDatabase()
const START = isoInstant(THURSDAY_TEN)
const params = { type: 'intro' }
let addresses = 0

beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  await makeDesk()
  await db().execute('update consultant set calendar_version = floor(random() * 1000000000)')
})
afterEach(() => {
  setNow(null)
  publishEnv({ FORM_LEAST_MS: '300', COMPANY_LIMIT_PER_HOUR: '10', BOOKING_LIMIT_PER_HOUR: '20' })
})

test('the form of a reserved time says until when, has the reservation as its key, and survives reload', async () => {
  const cookie = await press()
  const [first, again] = [await look(cookie), await look(cookie)]
  const [row] = await db().select().from(reservation)
  expect(first.hold).toMatchObject({ until: row?.expiresAt.getTime(), stage: 'held', nextKeep: 1 })
  expect([first.idempotencyKey, again.idempotencyKey, first.refusal]).toEqual([row?.id, row?.id, null])
})

test('without a reservation, or with somebody else\'s cookie, the form is a loose one and reserves nothing', async () => {
  expect([(await look()).hold, await db().$count(reservation)]).toEqual(['loose', 0])
  await press()
  expect(await look()).toMatchObject({ hold: 'loose', refusal: 'slot-taken' })
})

test('near its end the form offers more time; posting that keeps all that was typed, and checks nothing yet', async () => {
  const cookie = await press()
  setNow(NOW + 9 * MINUTE_MS)
  expect((await look(cookie)).hold).toMatchObject({ stage: 'lapsing', nextKeep: 1 })
  const half = { ...somebody(), name: '', email: 'ikke færdig', keep: '1' }
  const kept = await refusedBy(half, { cookie })
  expect(kept).toMatchObject({ status: 200, state: { typed: { email: 'ikke færdig' }, faults: {}, hold: { stage: 'held', nextKeep: 2 } } })
  expect((await refusedBy(half, { cookie })).state.hold).toEqual(expect.objectContaining({ nextKeep: 2 }))
  expect((await refusedBy({ ...half, keep: '2' }, { cookie })).state.hold).toMatchObject({ nextKeep: null })
})

test('a lapsed one says so, and is booked all the same', async () => {
  const cookie = await press()
  setNow(NOW + 30 * MINUTE_MS)
  expect(await look(cookie)).toMatchObject({ hold: 'lapsed', refusal: null })
  expect((await send({}, { cookie })).status).toBe(303)
})

test('lapsed and taken meanwhile: 409, everything typed stays, and the nearest times are there', async () => {
  const cookie = await press()
  setNow(NOW + 30 * MINUTE_MS)
  await press()
  const answers = somebody()
  const { status, state } = await refusedBy(answers, { cookie })
  expect([status, state.refusal, state.nearest.length, state.typed]).toEqual([409, 'slot-taken', 4, answers])
})

test('whoever lost the answer is led to the booking by the browser that reserved it, and by no other', async () => {
  const cookie = await press()
  const booked = await send({}, { cookie })
  const found = await ask(details.loader, { params, cookie, url: `http://localhost/book/intro/details?start=${START}` })
  expect([found.status, found.headers.get('Location')]).toEqual([303, booked.headers.get('Location')])
  expect(found.headers.get('Set-Cookie')).toBe(booked.headers.get('Set-Cookie'))
  expect(await look()).toMatchObject({ refusal: 'slot-taken' })
})

test('the same form again gives the same booking, also when it was called off and the time is another\'s', async () => {
  const cookie = await press()
  const form = { ...somebody(), idempotencyKey: (await look(cookie)).idempotencyKey }
  const sent = [...await Promise.all([send(form, { cookie }), send(form, { cookie })]), await send(form)]
  expect(new Set(sent.map((answer) => answer.headers.get('Location'))).size).toBe(1)
  const [row] = await db().select().from(booking)
  await cancelBooking(row?.seatId ?? '', now())
  expect((await send()).status).toBe(303)
  expect((await send(form, { cookie })).headers.get('Location')).toBe(sent[0]?.headers.get('Location'))
})

test('a form that comes back quicker than a person writes is asked for once more, and then believed', async () => {
  publishEnv({ FORM_LEAST_MS: '60000' })
  const form = { ...somebody(), idempotencyKey: newId() }
  const stamped = { ...form, stamp: stampForm(form.idempotencyKey, now()) }
  const quick = await refusedBy(stamped)
  expect(quick).toMatchObject({ status: 422, state: { problem: { kind: 'too-quick' }, stamp: stamped.stamp, typed: { name: form.name } } })
  setNow(now() + MINUTE_MS)
  expect((await send(stamped)).status).toBe(303)
  publishEnv({ FORM_LEAST_MS: '300' })
})

test.each(['nonsense', `${NOW - DAY_MS}.${'x'.repeat(43)}`])('a stamp that is not ours, "%s", is no better', async (stamp) => {
  expect(await refusedBy({ ...somebody(), stamp })).toMatchObject({ status: 422, state: { problem: { kind: 'too-quick' } } })
})

test('a stamp holds for its own form only', () => {
  const [key, other] = [newId(), newId()]
  expect([readStamp(stampForm(key, NOW), key), readStamp(stampForm(key, NOW), other)]).toEqual([NOW, null])
})

test('one company books so many an hour from whatever network, and another is free to', async () => {
  publishEnv({ COMPANY_LIMIT_PER_HOUR: '2' })
  const company = `Firma ${newId()}`
  for (const days of [0, 1]) expect((await send({ company, start: isoInstant(THURSDAY_TEN + days * DAY_MS) })).status).toBe(303)
  const fourth = { company: `  ${company.toUpperCase()} `, start: isoInstant(THURSDAY_TEN + 4 * DAY_MS) }
  const { status, retryAfter, state } = await refusedBy({ ...somebody(), ...fourth })
  expect([status, Number(retryAfter) > 0, state.problem?.kind]).toEqual([429, true, 'company-full'])
  expect((await send({ ...fourth, company: `Andet firma ${newId()}` })).status).toBe(303)
})

test('one network tries so many an hour', async () => {
  publishEnv({ BOOKING_LIMIT_PER_HOUR: '1' })
  const from = { clientAddress: '198.51.100.200' }
  expect((await send({}, from)).status).toBe(303)
  expect(await refusedBy(somebody(), from)).toMatchObject({ status: 429, state: { problem: { kind: 'too-many' } } })
})

type From = { cookie?: string; clientAddress?: string }

function posted(fields: Record<string, string>, { cookie, clientAddress = `203.0.113.${addresses++ % 250}` }: From = {}) {
  const body = formOf({ company: `Firma ${addresses}`, zone: 'Europe/Copenhagen', start: START, ...fields })
  return { url: 'http://localhost/book/intro/details', method: 'POST', params, body, cookie, clientAddress }
}

/** Sends a form that somebody filled in, with some of it changed. */
function send(changes: Record<string, string> = {}, from: From = {}): Promise<Response> {
  return thrownBy(async () => details.action(argumentsOf(posted({ ...somebody(), ...changes }, from))))
}

async function refusedBy(fields: Record<string, string>, from: From = {}) {
  const { data: state, init } = drawn(await details.action(argumentsOf(posted(fields, from))))
  return { state, status: init?.status, retryAfter: new Headers(init?.headers).get('Retry-After') }
}

/** Somebody new presses the time; gives their cookie. */
async function press(): Promise<string> {
  const answer = await ask(times.action, posted({}))
  return answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''
}

function look(cookie?: string) {
  return details.loader(argumentsOf({ params, cookie, url: `http://localhost/book/intro/details?start=${START}` }))
}
