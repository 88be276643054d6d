import { beforeEach, expect, test } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { bookNext, offerNext } from '#app/domain/booking/next/commands.server.ts'
import { listNextTimes } from '#app/domain/booking/next/queries.server.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { DAY_MS, isoInstant, MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import * as next from '../../../../app/routes/meeting/after/next.tsx'
import * as script from '../../../../app/routes/meeting/after/next-times.ts'
import { askFor } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, browserOf, cookieOf, makeMeeting, signInHost } from '../../../support/meetings.ts'
import { DURING, item, makeLive, type LiveMeeting } from '../../../support/next-world.ts'
import { argumentsOf, ask, drawn, formOf, post } from '../../../support/routes.ts'

const database = useDatabase()
let live: LiveMeeting
let hostCookie: string
let times: number[]

beforeEach(async () => {
  await database.reset()
  setNow(DURING)
  live = await makeLive({ items: [item('Prisen')] })
  hostCookie = await signInHost(live.hostId)
  times = await listNextTimes(live.guest, DURING)
})

const asHost = () => ({ seatId: live.host.seat.id, cookie: hostCookie })
const asGuest = () => ({ seatId: live.guest.seat.id, cookie: browserOf(live.guest) })
const read = (who: { seatId: string; cookie: string }, query = '') =>
  next.loader(argumentsOf({ ...who, url: `http://localhost/room/${who.seatId}/next${query}` }))
const form = (fields: Record<string, string>) => ({ body: formOf(fields), method: 'POST' })
const refusedPage = async (who: { seatId: string; cookie: string }, fields: Record<string, string>) =>
  drawn(await next.action(argumentsOf({ ...who, ...form(fields) })))

test('without a script the host proposes and the guest books, each by one form', async () => {
  const offering = formOf({ intent: 'offer' })
  for (const at of times.slice(0, 2)) offering.append('start', isoInstant(at))
  expect((await post(next.action, { ...asHost(), body: offering })).status).toBe(303)
  expect(await read(asGuest())).toMatchObject({ canBook: true, hasProposed: true, times: times.slice(0, 2) })
  expect((await post(next.action, { ...asGuest(), body: formOf({ intent: 'book', start: isoInstant(times[1] ?? 0) }) })).status).toBe(303)
  for (const who of [asHost(), asGuest()]) expect((await read(who)).booked).toMatchObject({ startsAt: times[1] })
})

test('the guest waits for the host to offer, and picks freely once that is left to them', async () => {
  expect(await read(asGuest())).toMatchObject({ canBook: false, canOffer: false })
  expect((await refusedPage(asGuest(), { intent: 'book', start: isoInstant(times[0] ?? 0) })).init?.status).toBe(409)
  expect((await post(next.action, { ...asHost(), ...form({ intent: 'let-pick' }) })).status).toBe(303)
  expect(await read(asGuest())).toMatchObject({ canBook: true, hasProposed: false, times })
  const later = await read(asGuest(), `?after=${isoInstant(times.at(-1) ?? 0)}`)
  expect(later.times[0]).toBeGreaterThan(times.at(-1) ?? 0)
})

test('a time that was taken is refused with others, on the page and to the script', async () => {
  await offerNext(live.host, { starts: times.slice(0, 1), now: DURING })
  await bookSlot(askFor({ startsAt: times[0], email: 'claire@example.com' }), DURING)
  const { data, init } = await refusedPage(asGuest(), { intent: 'book', start: isoInstant(times[0] ?? 0) })
  expect(init?.status).toBe(409)
  expect(data.refused).toBe('slot-taken')
  expect(data.times.length).toBeGreaterThan(3)
  const answered = await post(script.action, { ...asGuest(), body: { intent: 'book', startsAt: times[0] } })
  expect([answered.status, await answered.json()]).toEqual([409, { reason: 'slot-taken', times: data.times, kinds: [], kind: null }])
})

test('the room\'s script offers and books, and is answered with the door, which names what was booked', async () => {
  expect(await (await ask(script.loader, asGuest())).json()).toEqual({ times, kinds: [], kind: null })
  expect(await (await ask(script.loader, asHost())).json()).toMatchObject({ times, kinds: [{ minutes: 30 }, { minutes: 60 }] })
  expect((await post(script.action, { ...asHost(), body: { intent: 'offer', starts: times.slice(0, 3) } })).status).toBe(200)
  const booked = await post(script.action, { ...asGuest(), body: { intent: 'book', startsAt: times[0] } })
  expect([booked.status, (await booked.json()).next.booked.startsAt]).toEqual([200, times[0]])
})

test('the host chooses another of their kinds, on the page and in the room, and the guest reads which', async () => {
  const [, { key = '' } = {}] = (await read(asHost())).kinds
  const shown = await read(asHost(), `?kind=${key}`)
  expect(shown.asked).toBe(key)
  const fetched = await ask(script.loader, { ...asHost(), url: `http://localhost/room/x/next/times?kind=${key}` })
  expect(await fetched.json()).toMatchObject({ times: shown.times, kind: key })
  expect(await read(asGuest(), `?kind=${key}`)).toMatchObject({ kinds: [], asked: null })
  expect((await post(next.action, { ...asHost(), ...form({ intent: 'let-pick', kind: key }) })).status).toBe(303)
  expect(await read(asGuest())).toMatchObject({ times: shown.times, kind: { key, minutes: 60 } })
  const stale = { intent: 'book', startsAt: shown.times[0], kind: key.replace(/60$/, '30') }
  expect((await post(script.action, { ...asGuest(), body: stale })).status).toBe(409)
  const booked = await post(script.action, { ...asGuest(), body: { ...stale, kind: key } })
  expect((await booked.json()).next.booked).toMatchObject({ endsAt: (shown.times[0] ?? 0) + 60 * MINUTE_MS })
})

test('a kind that is not the host\'s is refused, and what is no kind is malformed', async () => {
  const body = { intent: 'offer', starts: [], kind: `${live.hostId}.60` }
  const refused = await post(script.action, { ...asHost(), body })
  expect([refused.status, (await refused.json()).reason]).toEqual([409, 'no-such-type'])
  expect((await refusedPage(asHost(), { intent: 'let-pick', kind: body.kind })).data).toMatchObject({ refused: 'no-such-type' })
  expect((await post(script.action, { ...asHost(), body: { ...body, kind: 'x' } })).status).toBe(400)
  expect((await post(next.action, { ...asHost(), ...form({ intent: 'let-pick', kind: 'x' }) })).status).toBe(400)
  expect((await post(script.action, { ...asGuest(), body })).status).not.toBe(200)
})

test('after the end the page books for either side', async () => {
  await endMeeting(live.host, DURING + MINUTE_MS)
  expect(await read(asHost())).toMatchObject({ isOver: true, canOffer: false, canBook: true })
  expect((await post(next.action, { ...asHost(), ...form({ intent: 'book', start: isoInstant(times[3] ?? 0) }) })).status).toBe(303)
  expect((await read({ ...asGuest(), cookie: cookieOf(live.guest) })).booked).toMatchObject({ startsAt: times[3] })
})

test('what no form and no script of ours sends is refused, and nothing is booked by it', async () => {
  for (const fields of [{ intent: 'book', start: 'soon' }, { intent: 'steal' }, { intent: 'book' }, {}]) {
    expect((await post(next.action, { ...asHost(), body: formOf(Object.fromEntries(Object.entries(fields))) })).status).toBe(400)
  }
  for (const body of [{ intent: 'book', startsAt: 'x' }, { intent: 'offer', starts: [1, 2, 3, 4] }, { intent: 'offer' }, [], 'x', { intent: 'book', startsAt: 1e99 }]) {
    expect((await post(script.action, { ...asGuest(), body })).status).toBe(400)
  }
  const many = formOf({ intent: 'offer' })
  for (const at of times.slice(0, 4)) many.append('start', isoInstant(at))
  expect(drawn(await next.action(argumentsOf({ ...asHost(), body: many, method: 'POST' })))).toMatchObject({ init: { status: 422 }, data: { refused: 'too-many' } })
  expect((await refusedPage(asHost(), { intent: 'offer' })).init?.status).toBe(422)
  expect((await post(script.action, { ...asHost(), body: { intent: 'offer', starts: [DURING + DAY_MS + 1] } })).status).toBe(409)
})

test('a meeting that nobody booked has nobody to book for', async () => {
  const other = await makeMeeting()
  const cookie = await signInHost(other.hostId)
  await endMeeting(other.host, DURING)
  expect((await bookNext(other.guest, { startsAt: times[0] ?? 0, now: DURING })).ok).toBe(false)
  expect((await read({ seatId: other.host.seat.id, cookie })).booked).toBeNull()
})

test('an outsider sees and books nothing, nor does another device while the meeting is on', async () => {
  const colleague = await addGuest(live.guest.meeting.id)
  for (const cookie of ['', cookieOf(colleague), cookieOf(live.guest, 'booking')]) {
    expect((await ask(next.loader, { ...asGuest(), cookie })).status).toBe(403)
    expect((await ask(script.loader, { ...asGuest(), cookie })).status).toBe(403)
    expect((await post(next.action, { ...asGuest(), cookie, ...form({ intent: 'let-pick' }) })).status).toBe(403)
    expect((await post(script.action, { ...asGuest(), cookie, body: { intent: 'offer', starts: [] } })).status).toBe(403)
  }
  expect((await ask(next.loader, { ...asHost(), cookie: browserOf(live.guest) })).status).not.toBe(200)
  expect((await post(script.action, { ...asGuest(), body: { intent: 'offer', starts: [] } })).status).toBe(403)
})
