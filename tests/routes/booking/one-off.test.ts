import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { bookOneOff, revokeOneOff } from '#app/domain/booking/one-off/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, isoInstant, MINUTE_MS } from '#app/kernel/time.ts'
import { now, setNow } from '#app/platform/clock.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { stampForm } from '#app/platform/pages/visitor.server.ts'
import { db } from '#db/client.server.ts'
import { booking, meeting, meetingType, oneOff, person } from '#db/schema.server.ts'
import * as linkRoute from '../../../app/routes/booking/one-off-link.tsx'
import * as pageRoute from '../../../app/routes/booking/one-off.tsx'
import * as deskRoute from '../../../app/routes/desk/asking/links.tsx'
import { CAST } from '../../../db/seeds/cast.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { makeMeeting, NOW, signInHost } from '../../support/meetings.ts'
import { linkCookie, linkFor, madeLink, pressing } from '../../support/one-offs.ts'
import { THURSDAY_EVENING } from '../../support/proposals.ts'
import { argumentsOf, drawn, formOf, thrownBy } from '../../support/routes.ts'

const database = useDatabase()
let hostId: string
let id: string
let addresses = 0

beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  hostId = await makeDesk()
  id = await madeLink(hostId)
})
afterAll(() => setNow(null))

test('the right key is exchanged for a cookie of this link alone, and leaves the address bar', async () => {
  const opened = await thrownBy(async () => linkRoute.loader(argumentsOf({ params: { id, key: linkKey('one-off', id, 1) } })))
  expect([opened.status, opened.headers.get('Location')]).toEqual([303, `/o/${id}`])
  expect(opened.headers.get('Set-Cookie')).toMatch(new RegExp(`^${linkCookie(id)}; Path=/o/${id}; .*HttpOnly; SameSite=Lax`))
  expect(await db().$count(meeting)).toBe(0)
})

test.each([
  ['a wrong key', () => ({ id, key: 'x'.repeat(43) })],
  ['another purpose’s key', () => ({ id, key: linkKey('room', id, 1) })],
  ['an older generation’s key', () => ({ id, key: linkKey('one-off', id, 0) })],
  ['no such link', () => ({ id: newId(), key: linkKey('one-off', id, 1) })],
  ['no id at all', () => ({ id: 'nonsense', key: '' })],
])('%s gets clear words, and is told apart from no other', async (_name, params) => {
  const { data: loaded, init } = drawn(await linkRoute.loader(argumentsOf({ params: params() })))
  expect([loaded, init?.status]).toEqual([{ locale: 'da' }, 404])
})

test('the page shows what is still free, with the person’s data filled in', async () => {
  const { page, status } = await look()
  expect(status).toBe(200)
  expect(page).toMatchObject({
    kind: 'open', starts: [THURSDAY_TEN, THURSDAY_EVENING], typed: { name: CAST.amina.name, email: CAST.amina.email, company: CAST.amina.company },
  })
  await bookSlot(askFor(), NOW)
  expect((await look()).page).toMatchObject({ starts: [THURSDAY_EVENING] })
})

test('without its cookie, or with that of another link, there is nothing to see and nothing to book', async () => {
  const other = await madeLink(hostId)
  for (const cookie of ['', linkCookie(other), `fremmode_booking=${linkKey('one-off', id, 1)}`]) {
    expect(await look(cookie)).toEqual({ status: 404, page: { kind: 'wrong', locale: 'da' } })
    expect(await press({}, cookie)).toMatchObject({ status: 404, page: { kind: 'wrong' } })
  }
  expect(await db().$count(meeting)).toBe(0)
})

test('a press books it for the bound address, whatever the form says, and leads to the booking', async () => {
  const sent = await thrownBy(async () => pageRoute.action(argumentsOf(posted({ email: 'other@example.com' }))))
  const [made] = await db().select().from(booking)
  expect([sent.status, sent.headers.get('Location')]).toEqual([303, `/booking/${made?.seatId}`])
  expect(sent.headers.get('Set-Cookie')).toMatch(/^fremmode_booking=/)
  expect(await db().select({ email: person.email }).from(person)).toEqual([{ email: CAST.amina.email }])
  expect(await look()).toEqual({ status: 410, page: { kind: 'closed', locale: 'da', state: 'used', host: 'Mette Holm', typeSlug: 'intro' } })
  expect(await press()).toMatchObject({ status: 410, page: { state: 'used' } })
})

test('what is missing is said, and all that was typed stays; robots are told apart', async () => {
  expect(await press({ diagnosis: '', message: 'Hej' })).toMatchObject({ status: 422, page: { faults: { diagnosis: 'diagnosisMissing' }, typed: { message: 'Hej' } } })
  expect(await press({ website: 'x' })).toMatchObject({ status: 422, page: { problem: { kind: 'lured' } } })
  const key = newId()
  expect(await press({ idempotencyKey: key, stamp: stampForm(key, now()) })).toMatchObject({ status: 422, page: { problem: { kind: 'too-quick' } } })
  expect((await thrownBy(async () => pageRoute.action(argumentsOf(posted({ start: 'nonsense' }))))).status).toBe(400)
})

test('a time that was taken meanwhile: 409 with the others; when none is left the public page is the way on', async () => {
  await bookSlot(askFor(), NOW)
  expect(await press()).toMatchObject({ status: 409, page: { refusal: 'slot-taken', starts: [THURSDAY_EVENING] } })
  setNow(THURSDAY_EVENING)
  expect((await look()).page).toMatchObject({ kind: 'open', starts: [], isPublic: true })
})

test('expired and taken back say so in words of their own, and a type that is closed has no public page', async () => {
  setNow(NOW + 7 * DAY_MS)
  expect(await look()).toMatchObject({ status: 410, page: { state: 'expired', typeSlug: 'intro' } })
  setNow(NOW)
  await revokeOneOff(hostId, id, NOW)
  await db().update(meetingType).set({ isActive: false })
  expect(await look()).toMatchObject({ status: 410, page: { state: 'revoked', typeSlug: null } })
  expect(await press()).toMatchObject({ status: 410, page: { state: 'revoked' } })
})

test('the desk makes a link, shows it while it is open, and takes it back', async () => {
  const cookie = await signInHost(hostId)
  const { typeId } = await linkFor()
  const form = { intent: 'add', name: 'Bo', email: 'bo@example.com', company: 'Firma', type: `${typeId}.30`, locale: 'da', expires: '2026-12-01', 'date-1': '2026-11-27', 'time-1': '21.00' }
  expect((await desk(cookie, form)).headers.get('Location')).toBe('/desk/links?made')
  const { list, news } = await deskRoute.loader(argumentsOf({ cookie, url: 'http://localhost/desk/links?made' }))
  const made = list.find((link) => link.name === 'Bo')
  expect(news?.kind).toBe('made')
  expect(new URL(made?.url ?? '').pathname).toBe(`/o/${made?.id}/${linkKey('one-off', made?.id ?? '', 1)}`)
  expect((await desk(cookie, { intent: 'revoke', id: made?.id ?? '' })).status).toBe(303)
  await bookOneOff(id, pressing(THURSDAY_TEN), NOW)
  const after = (await deskRoute.loader(argumentsOf({ cookie, url: 'http://localhost/desk/links?revoked' }))).list
  expect(after.map(({ state, url }) => [state, url]).sort()).toEqual([['revoked', null], ['used', null]])
})

test('over taken time, or with faults, nothing is made and everything stays', async () => {
  await bookSlot(askFor(), NOW)
  const cookie = await signInHost(hostId)
  const { typeId } = await linkFor()
  const form = { intent: 'add', name: 'Bo', email: 'bo@example.com', company: 'Firma', type: `${typeId}.30`, locale: 'da', expires: '2026-12-01', 'date-2': '2026-11-26', 'time-2': '10.15' }
  const taken = drawn(await deskRoute.action(argumentsOf({ cookie, method: 'POST', body: formOf(form), url: 'http://localhost/desk/links' })))
  expect([taken.init, taken.data.rowFaults, taken.data.typed.name]).toEqual([{ status: 422 }, [null, 'taken', null, null, null], 'Bo'])
  const empty = drawn(await deskRoute.action(argumentsOf({ cookie, method: 'POST', body: formOf({ ...form, name: '' }), url: 'http://localhost/desk/links' })))
  expect(empty.data.faults).toEqual({ name: 'empty' })
  expect(await db().$count(oneOff)).toBe(1)
})

test('the consultant picks one of the type\'s lengths, and times, page and meeting are that long', async () => {
  await db().update(meetingType).set({ otherDurations: [60] })
  const cookie = await signInHost(hostId)
  const { form: fresh } = await deskRoute.loader(argumentsOf({ cookie, url: 'http://localhost/desk/links' }))
  expect(fresh.types.map(({ label }) => label)).toContain('Et første møde, 60 minutter')
  const { typeId } = await linkFor()
  await bookSlot(askFor({ startsAt: THURSDAY_TEN + 30 * MINUTE_MS }), NOW)
  const form = { intent: 'add', name: 'Bo', email: 'bo@example.com', company: 'Firma', type: `${typeId}.60`, locale: 'da', expires: '2026-12-01' }
  const body = formOf({ ...form, 'date-1': '2026-11-26', 'time-1': '10.00' })
  const over = drawn(await deskRoute.action(argumentsOf({ cookie, method: 'POST', body, url: 'http://localhost/desk/links' })))
  expect([over.data.rowFaults[0], await db().$count(oneOff)]).toEqual(['taken', 1])
  await desk(cookie, { ...form, 'date-1': '2026-11-26', 'time-1': '20.00' })
  const [made] = await db().select().from(oneOff).where(eq(oneOff.name, 'Bo'))
  id = made?.id ?? ''
  expect((await look()).page).toMatchObject({ offer: { durationMinutes: 60, slug: 'intro.60' }, starts: [THURSDAY_EVENING] })
  await db().update(meetingType).set({ otherDurations: [] })
  expect((await look()).page).toMatchObject({ offer: { durationMinutes: 60, slug: 'intro' } })
  await thrownBy(async () => pageRoute.action(argumentsOf(posted({ start: isoInstant(THURSDAY_EVENING) }))))
  const [evening] = await db().select().from(meeting).where(eq(meeting.startsAt, new Date(THURSDAY_EVENING)))
  expect(evening?.endsAt).toEqual(new Date(THURSDAY_EVENING + 60 * MINUTE_MS))
})

test('nobody but the signed-in host makes or takes back', async () => {
  const other = await signInHost((await makeMeeting()).hostId)
  expect((await desk(other, { intent: 'revoke', id })).status).toBe(404)
  expect((await desk('', { intent: 'revoke', id })).status).toBe(403)
  expect((await look()).status).toBe(200)
})

async function look(cookie = linkCookie(id)) {
  const { data: page, init } = await pageRoute.loader(argumentsOf({ params: { id }, cookie, url: `http://localhost/o/${id}` }))
  return { page, status: init?.status }
}

function posted(fields: Record<string, string> = {}, cookie = linkCookie(id)) {
  const { name, company } = CAST.amina
  const body = formOf({ name, company, phone: '', diagnosis: 'leadership-and-goals', message: '', start: isoInstant(THURSDAY_TEN), zone: 'Europe/Copenhagen', ...fields })
  return { params: { id }, cookie, method: 'POST', body, clientAddress: `203.0.113.${addresses++ % 250}`, url: `http://localhost/o/${id}` }
}

async function press(fields: Record<string, string> = {}, cookie?: string) {
  const { data: page, init } = drawn(await pageRoute.action(argumentsOf(posted(fields, cookie))))
  return { page, status: init?.status }
}

async function desk(cookie: string, fields: Record<string, string>): Promise<Response> {
  const asked = argumentsOf({ cookie, method: 'POST', body: formOf(fields), url: 'http://localhost/desk/links' })
  return thrownBy(async () => {
    const answered = await deskRoute.action(asked)
    if (answered instanceof Response) throw answered
    return answered
  })
}
