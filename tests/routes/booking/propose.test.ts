import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { HOUR_MS } from '#app/kernel/time.ts'
import { now, setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { stampForm } from '#app/platform/pages/visitor.server.ts'
import { db } from '#db/client.server.ts'
import { booking, meeting, meetingType, proposal } from '#db/schema.server.ts'
import * as proposePage from '../../../app/routes/booking/propose.tsx'
import * as proposalPage from '../../../app/routes/desk/asking/proposal.tsx'
import { loader as today } from '../../../app/routes/desk/today.tsx'
import { makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { proposed, THURSDAY_EVENING } from '../../support/proposals.ts'
import { somebody } from '../../support/prospect.ts'
import { argumentsOf, drawn, formOf, thrownBy } from '../../support/routes.ts'

const database = useDatabase()
const params = { type: 'intro' }
let hostId: string
let addresses = 0

beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  hostId = await makeDesk()
})
afterAll(() => {
  setNow(null)
  publishEnv({ BOOKING_LIMIT_PER_HOUR: '20' })
})

test('a good form is passed on, and the page that follows says the times and names nobody', async () => {
  const sent = await send()
  const to = new URL(sent.headers.get('Location') ?? '', 'http://localhost')
  expect([sent.status, to.pathname, to.searchParams.get('sent')]).toEqual([303, '/book/intro/propose', '2026-11-26T19:00:00Z,2026-12-01T08:30:00Z'])
  const page = await proposePage.loader(argumentsOf({ params, url: to.href }))
  expect(page.sent).toEqual([THURSDAY_EVENING, Date.UTC(2026, 11, 1, 8, 30)])
  expect(await db().select({ zone: proposal.timeZone, starts: proposal.starts }).from(proposal)).toMatchObject([{ zone: 'Europe/Copenhagen' }])
})

const CARRIED = 'name=Anna+Lund&email=anna%40nordlys.dk&utm_source=brev&then=https%3A%2F%2Fwww.nordlys.example%2Ftak'

test('what the first address said fills in the form, survives a fault, and goes with the proposal to the booking', async () => {
  publishEnv({ REDIRECT_ORIGINS: 'https://www.nordlys.example' })
  const fresh = await proposePage.loader(argumentsOf({ params, url: `http://localhost/book/intro/propose?${CARRIED}&zone=Asia/Tokyo` }))
  expect([fresh.typed.name, fresh.typed.email, fresh.zone]).toEqual(['Anna Lund', 'anna@nordlys.dk', 'Asia/Tokyo'])
  expect((await refusedBy({ name: '', carried: CARRIED })).state.carried).toMatchObject({ name: 'Anna Lund', utm_source: 'brev' })
  const to = (await send({ carried: CARRIED })).headers.get('Location') ?? ''
  expect([to.includes('Anna'), to.includes('utm_source=brev')]).toEqual([false, true])
  expect((await proposePage.loader(argumentsOf({ params, url: `http://localhost${to}` }))).returnTo?.host).toBe('www.nordlys.example')
  const [row] = await db().select({ id: proposal.id }).from(proposal)
  await answer(row?.id ?? '', await signInHost(hostId), { start: new Date(THURSDAY_EVENING).toISOString() })
  expect(await db().select({ campaign: booking.campaign, returnUrl: booking.returnUrl }).from(booking))
    .toEqual([{ campaign: { utm_source: 'brev' }, returnUrl: 'https://www.nordlys.example/tak' }])
  publishEnv({ REDIRECT_ORIGINS: '' })
})

test('the length that was chosen on the way goes with it: the page, the proposal and the meeting are that long', async () => {
  await db().update(meetingType).set({ otherDurations: [60] })
  await db().execute('update consultant set calendar_version = calendar_version + 1000')
  const long = { type: 'intro.60' }
  const page = await proposePage.loader(argumentsOf({ params: long, url: 'http://localhost/book/intro.60/propose' }))
  expect([page.offer.durationMinutes, page.offer.slug]).toEqual([60, 'intro.60'])
  const sent = await thrownBy(async () => proposePage.action(argumentsOf({ ...posted({}), params: long })))
  expect(sent.headers.get('Location')).toMatch(/^\/book\/intro\.60\/propose\?/)
  const [row] = await db().select().from(proposal)
  expect(row?.durationMinutes).toBe(60)
  await answer(row?.id ?? '', await signInHost(hostId), { start: new Date(THURSDAY_EVENING).toISOString() })
  expect(await db().select({ endsAt: meeting.endsAt }).from(meeting)).toEqual([{ endsAt: new Date(THURSDAY_EVENING + HOUR_MS) }])
})

test('what is wrong is said at its row or field, and all that was typed stays', async () => {
  const { status, state } = await refusedBy({ name: '', 'date-1': '2026-11-01', 'time-2': '12.00', zone: 'America/New_York' })
  expect([status, state.faults, state.rowFaults, state.zone]).toEqual([422, { name: 'nameMissing' }, ['past', 'not-a-date', null], 'America/New_York'])
  expect(state.rows[0]).toEqual({ date: '2026-11-01', time: '20.00' })
  expect((await refusedBy({ 'date-1': '', 'time-1': '', 'date-3': '', 'time-3': '' })).state.rowFaults[0]).toBe('none')
  expect(await db().$count(proposal)).toBe(0)
})

test('robots are told apart as on the form that books', async () => {
  expect((await refusedBy({ website: 'x' })).state.problem).toEqual({ kind: 'lured' })
  const key = newId()
  expect((await refusedBy({ idempotencyKey: key, stamp: stampForm(key, now()) })).state.problem).toEqual({ kind: 'too-quick' })
})

test('one network tries so many an hour, bookings and proposals together', async () => {
  publishEnv({ BOOKING_LIMIT_PER_HOUR: '1' })
  const from = '198.51.100.77'
  expect((await send({}, from)).status).toBe(303)
  const { status, retryAfter, state } = await refusedBy({}, from)
  expect([status, Number(retryAfter) > 0, state.problem?.kind]).toEqual([429, true, 'too-many'])
  publishEnv({ BOOKING_LIMIT_PER_HOUR: '20' })
})

test('there is no form for what can\'t be booked', async () => {
  const gone = await thrownBy(() => proposePage.loader(argumentsOf({ params: { type: 'nope' }, url: 'http://localhost/book/nope/propose' })))
  expect(gone.status).toBe(404)
})

test('the desk lists it, a press books it and leads to the meeting', async () => {
  const [proposalId, cookie] = [await proposed(), await signInHost(hostId)]
  const { view } = (await today(argumentsOf({ cookie, url: 'http://localhost/desk' }))).data
  expect(view.proposals.map(({ id }) => id)).toEqual([proposalId])
  const { sheet } = await proposalPage.loader(argumentsOf(at(proposalId, cookie)))
  expect(sheet.times.map(({ state }) => state)).toEqual(['free', 'outside'])
  const picked = await answer(proposalId, cookie, { start: new Date(THURSDAY_EVENING).toISOString() })
  const [row] = await db().select().from(meeting)
  expect([picked.status, picked.headers.get('Location')]).toEqual([303, `/desk/meetings/${row?.id}`])
})

test('a no leads back to the page that says so; an answer too late is told why and keeps its word', async () => {
  const [proposalId, cookie] = [await proposed(), await signInHost(hostId)]
  expect((await answer(proposalId, cookie, { intent: 'decline', word: 'Desværre' })).headers.get('Location')).toBe(`/desk/proposals/${proposalId}`)
  const late = drawn(await proposalPage.action(argumentsOf({ ...at(proposalId, cookie), method: 'POST', body: formOf({ start: new Date(THURSDAY_TEN).toISOString() }) })))
  expect([late.init, late.data]).toEqual([{ status: 409 }, { refusal: 'already-declined', typed: '' }])
})

test('nobody but the signed-in host sees or answers it', async () => {
  const proposalId = await proposed()
  const other = await signInHost((await makeMeeting()).hostId)
  expect((await thrownBy(() => proposalPage.loader(argumentsOf(at(proposalId, other))))).status).toBe(404)
  expect((await answer(proposalId, other, { intent: 'decline' })).status).toBe(404)
  expect((await answer(proposalId, '', { intent: 'decline' })).status).toBe(403)
  expect((await answer('nonsense', other, { intent: 'decline' })).status).toBe(404)
  expect((await answer(proposalId, other, { intent: 'nonsense' })).status).toBe(400)
})

function posted(fields: Record<string, string>, clientAddress = `203.0.113.${addresses++ % 250}`) {
  const who = somebody()
  const times = { 'date-1': '2026-11-26', 'time-1': '20.00', 'date-3': '2026-12-01', 'time-3': '9.30' }
  const body = formOf({ ...who, ...times, company: `Firma ${addresses}`, zone: 'Europe/Copenhagen', ...fields })
  return { params, method: 'POST', body, clientAddress, url: 'http://localhost/book/intro/propose' }
}

function send(fields: Record<string, string> = {}, from?: string): Promise<Response> {
  return thrownBy(async () => proposePage.action(argumentsOf(posted(fields, from))))
}

async function refusedBy(fields: Record<string, string>, from?: string) {
  const { data: state, init } = drawn(await proposePage.action(argumentsOf(posted(fields, from))))
  return { state, status: init?.status, retryAfter: new Headers(init?.headers).get('Retry-After') }
}

function at(proposalId: string, cookie: string) {
  return { params: { proposalId }, cookie, url: 'http://localhost/desk/proposals/x' }
}

function answer(proposalId: string, cookie: string, fields: Record<string, string>): Promise<Response> {
  return thrownBy(async () => proposalPage.action(argumentsOf({ ...at(proposalId, cookie), method: 'POST', body: formOf(fields) })))
}
