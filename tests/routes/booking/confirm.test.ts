import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { simpleParser } from 'mailparser'
import { CONFIRM_WITHIN_MS, forgetUnconfirmed } from '#app/domain/booking/unconfirmed/unconfirmed.server.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { sendMail } from '#app/mail/handlers.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS, isoInstant } from '#app/kernel/time.ts'
import { now, setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { linkKey } from '#app/platform/link.server.ts'
import { stampForm } from '#app/platform/pages/visitor.server.ts'
import { closeSmtp } from '#app/platform/smtp.server.ts'
import { db } from '#db/client.server.ts'
import { booking, mail, meeting, unconfirmed } from '#db/schema.server.ts'
import * as confirm from '../../../app/routes/booking/confirm.tsx'
import * as details from '../../../app/routes/booking/details.tsx'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { NOW } from '../../support/meetings.ts'
import { somebody } from '../../support/prospect.ts'
import { solvePuzzle } from '../../support/puzzle.ts'
import { argumentsOf, ask, drawn, formOf, thrownBy } from '../../support/routes.ts'
import { startSmtpSink, type SmtpSink } from '../../support/smtp-sink.ts'

const database = useDatabase()
let sink: SmtpSink
let addresses = 0

beforeAll(async () => {
  sink = await startSmtpSink()
  publishEnv({ SMTP_URL: sink.url, PUBLIC_URL: 'https://meet.example.com', BOT_CHECK: 'on' })
})
beforeEach(async () => {
  setNow(NOW)
  sink.mails.length = 0
  await database.reset()
  await makeDesk()
  await db().execute('update consultant set calendar_version = floor(random() * 1000000000)')
})
afterAll(async () => {
  setNow(null)
  publishEnv({ BOT_CHECK: 'off' })
  closeSmtp()
  await sink.stop()
})

test('a browser that worked on the form books at once', async () => {
  expect((await thrownBy(() => sent(worked()))).status).toBe(303)
  expect([await db().$count(booking), await db().$count(unconfirmed)]).toEqual([1, 0])
})

test.each([
  ['without a script', () => ({ ...worked(), proof: '' })],
  ['from a program that has no form', () => somebody()],
  ['with the work for another form', () => ({ ...worked(), proof: solvePuzzle('another') })],
])('%s the visitor is led to their mail, and nothing is booked', async (_, fields) => {
  const { data: state, init } = drawn(await sent(fields()))
  expect([init?.status, state.awaited?.isHeld]).toEqual([200, true])
  expect(Math.abs((state.awaited?.expiresAt ?? 0) - now() - CONFIRM_WITHIN_MS)).toBeLessThan(10_000)
  expect([await db().$count(booking), (await db().select().from(mail)).map(({ kind }) => kind)]).toEqual([0, ['confirm']])
})

test('work that is older than an hour asks by mail, with everything that was typed', async () => {
  const form = worked()
  setNow(now() + HOUR_MS + 1)
  expect(drawn(await sent(form)).data.awaited).toMatchObject({ email: form.email })
})

test('one piece of work books once: the next one with it is asked by mail', async () => {
  const form = worked()
  await thrownBy(() => sent(form))
  const { data: state } = drawn(await sent({ ...form, email: 'other@example.com', start: isoInstant(THURSDAY_TEN + DAY_MS) }))
  expect([state.awaited?.email, await db().$count(booking)]).toEqual(['other@example.com', 1])
})

test('a form that was booked and is sent again without its work gives the same booking', async () => {
  const form = worked()
  const first = await thrownBy(() => sent(form))
  const again = await thrownBy(() => sent({ ...form, proof: '' }))
  expect(again.headers.get('Location')).toBe(first.headers.get('Location'))
})

test('the mail\'s link opens a page that books nothing; its button books, once, and binds the browser', async () => {
  const link = await linkInMail()
  const look = async () => drawn(await confirm.loader(argumentsOf(link))).data.waiting
  for (const waiting of [await look(), await look()]) expect(waiting).toMatchObject({ name: somebody().name, startsAt: THURSDAY_TEN })
  expect(await db().$count(booking)).toBe(0)
  const [first, second] = [await press(link), await press(link)]
  expect([first.status, first.headers.get('Location')]).toEqual([303, second.headers.get('Location')])
  expect(first.headers.get('Location')).toMatch(/^\/booking\/[0-9a-f-]{36}$/)
  expect(first.headers.get('Set-Cookie')).toMatch(/^fremmode_booking=/)
  expect(await db().$count(booking)).toBe(1)
})

test('a link that came too late says so, and one that was never made is no page', async () => {
  const link = await linkInMail()
  await forgetUnconfirmed(now() + CONFIRM_WITHIN_MS)
  const late = drawn(await confirm.loader(argumentsOf(link)))
  expect([late.init?.status, late.data.waiting]).toEqual([410, null])
  expect(drawn(await confirm.action(argumentsOf({ ...link, method: 'POST', body: formOf({}) }))).init?.status).toBe(410)
  const id = newId()
  for (const params of [{ id, key: 'x' }, { id, key: linkKey('booking', id, 1) }, { id: 'x', key: 'x' }, { id: link.params.id, key: linkKey('confirm', id, 1) }]) {
    expect((await ask(confirm.loader, { params })).status).toBe(404)
    expect((await ask(confirm.action, { params, method: 'POST', body: formOf({}) })).status).toBe(404)
  }
})

test('a time that somebody else has by then is said, with the nearest that are free', async () => {
  const link = await linkInMail()
  await bookSlot(askFor({ email: 'quick@example.com' }), now() + CONFIRM_WITHIN_MS)
  setNow(now() + CONFIRM_WITHIN_MS)
  const { data: state, init } = drawn(await confirm.action(argumentsOf({ ...link, method: 'POST', body: formOf({}) })))
  expect([init?.status, state.refused?.reason, state.refused?.nearest.length]).toEqual([409, 'slot-taken', 4])
  const [nearest = 0] = state.refused?.nearest ?? []
  expect((await press(link, { start: isoInstant(nearest) })).status).toBe(303)
  expect((await db().select().from(meeting)).map(({ startsAt }) => startsAt.getTime())).toContain(nearest)
})

test('one address is sent three such mails at most, and the fourth wish is told why', async () => {
  const { email } = somebody()
  const wish = (days: number) => sent({ ...somebody({ email }), start: isoInstant(THURSDAY_TEN + days * DAY_MS) })
  for (const days of [0, 1, 4]) await wish(days)
  const { data: state, init } = drawn(await wish(5))
  expect([init?.status, state.problem?.kind, Number(new Headers(init?.headers).get('Retry-After'))]).toEqual([429, 'too-many-open', CONFIRM_WITHIN_MS / 1000])
})

test('switched off, everybody books at once and no form has a puzzle', async () => {
  publishEnv({ BOT_CHECK: 'off' })
  const page = await details.loader(argumentsOf({ params: { type: 'intro' }, url: `http://localhost/book/intro/details?start=${isoInstant(THURSDAY_TEN)}` }))
  const booked = await thrownBy(() => sent(somebody()))
  publishEnv({ BOT_CHECK: 'on' })
  expect([page.hasPuzzle, booked.status]).toEqual([false, 303])
})

/** A form that a person filled in and a browser worked on. */
function worked() {
  const idempotencyKey = newId()
  const stamp = stampForm(idempotencyKey, now() - 1_000)
  return { ...somebody(), idempotencyKey, stamp, proof: solvePuzzle(stamp) }
}

function sent(fields: Record<string, string>) {
  const body = formOf({ zone: 'Europe/Copenhagen', start: isoInstant(THURSDAY_TEN), ...fields, company: `Firma ${addresses}` })
  const asked = { url: 'http://localhost/book/intro/details', method: 'POST', params: { type: 'intro' }, body, clientAddress: `192.0.2.${addresses++ % 250}` }
  return details.action(argumentsOf(asked))
}

async function linkInMail(): Promise<{ params: { id: string; key: string } }> {
  await sent(somebody())
  const [row] = await db().select().from(mail)
  await sendMail({ mailId: row?.id ?? '' }, { number: 1, isLast: true })
  const letter = await simpleParser(sink.accepted()[0]?.raw ?? '')
  expect(letter.subject).toMatch(/^Bekræft dit møde med Mette Holm torsdag/)
  const [, id = '', key = ''] = /https:\/\/meet\.example\.com\/confirm\/([\w-]+)\/([\w-]+)/.exec(letter.text ?? '') ?? []
  return { params: { id, key } }
}

function press(link: { params: { id: string; key: string } }, fields: Record<string, string> = {}): Promise<Response> {
  return thrownBy(() => confirm.action(argumentsOf({ ...link, method: 'POST', body: formOf(fields) })))
}
