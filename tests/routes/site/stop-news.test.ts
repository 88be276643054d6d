import { simpleParser } from 'mailparser'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { newsKey } from '#app/domain/booking/watch/stop-news.server.ts'
import { waitForEarlier } from '#app/domain/booking/watch/earlier.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { composeSource } from '#app/platform/smtp.server.ts'
import { findMeetingType } from '#app/domain/calendar/queries.server.ts'
import { db } from '#db/client.server.ts'
import { booking, watch } from '#db/schema.server.ts'
import * as page from '../../../app/routes/site/stop-news.tsx'
import * as hook from '../../../app/routes/site/stop-news-hook.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { NOW } from '../../support/meetings.ts'
import { outgoing } from '../../support/outgoing.ts'
import { argumentsOf, ask, post, type Asked } from '../../support/routes.ts'
import { ask as askSite, openSite } from '../../support/site.ts'

const database = useDatabase()
const ANNA = 'anna@example.com'

beforeEach(async () => {
  setNow(NOW)
  await database.reset()
  await makeDesk()
  for (const [email, hours] of [[ANNA, 1], [ANNA, 2], ['bo@example.com', 1]] as const) await addWatch(email, hours)
})
afterAll(() => setNow(null))

const asked = (given: Partial<{ id: string; key: string }> = {}): Asked => ({ params: { ...newsKey(' Anna@Example.com '), ...given }, body: 'List-Unsubscribe=One-Click' })
const waiting = async () => (await db().select({ email: watch.email }).from(watch)).map(({ email }) => email).sort()

test('one POST, without a cookie and from nowhere, takes the address off every list, and once more changes nothing', async () => {
  const booked = await bookSlot(askFor({ startsAt: THURSDAY_TEN + DAY_MS, email: ANNA }), NOW)
  await waitForEarlier(booked.ok ? booked.value.guestSeatId : '', true, NOW)
  expect(await waiting()).toEqual([ANNA, ANNA, ANNA, 'bo@example.com'])
  for (let time = 0; time < 2; time += 1) expect((await post(hook.action, asked())).status).toBe(204)
  expect([await waiting(), await db().$count(booking)]).toEqual([['bo@example.com'], 1])
})

test('opening the link changes nothing: a mail scanner ends nobody\'s mails', async () => {
  const opened = await ask(hook.loader, { ...asked(), body: undefined })
  expect([opened.status, opened.headers.get('Location')]).toEqual([303, `/stop/${newsKey(ANNA).id}/${newsKey(ANNA).key}`])
  expect(await page.loader(argumentsOf({ ...asked(), body: undefined }))).toMatchObject({ locale: 'da' })
  expect(await waiting()).toHaveLength(3)
})

test('the page\'s one button does the same', async () => {
  expect(await page.action(argumentsOf({ ...asked(), method: 'POST' }))).toEqual({ isDone: true })
  expect(await waiting()).toEqual(['bo@example.com'])
})

test.each([
  ['another\'s key', { key: newsKey('bo@example.com').key }], ['no key', { key: '' }], ['another\'s name', { id: newsKey('bo@example.com').id }],
])('%s opens nothing', async (_, given) => {
  const [posted, opened] = [asked(given), { ...asked(given), body: undefined }]
  const attempts = [post(hook.action, posted), ask(hook.loader, opened), post(page.action, posted), ask(page.loader, opened)]
  expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect(await waiting()).toHaveLength(3)
})

test('the web server lets the POST in that no page of ours sent, and no other', async () => {
  const site = await openSite()
  const from = { method: 'POST', body: 'List-Unsubscribe=One-Click', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }
  const [hooked, paged] = [await askSite(site.port, '/hooks/stop/a/b', from), await askSite(site.port, '/stop/a/b', from)]
  await site.end()
  expect([hooked.status === 403, paged.status]).toEqual([false, 403])
})

test('both headers stand in the mail that is news, and in no other', async () => {
  const stopUrl = `https://meet.example.com/hooks/stop/${newsKey(ANNA).id}/${newsKey(ANNA).key}`
  const [news, other] = (await Promise.all([composeSource(outgoing({ stopUrl, calendar: null })), composeSource(outgoing())])).map(String)
  expect(news?.replaceAll(/\r\n[ \t]+/g, ' ')).toContain(`List-Unsubscribe: <${stopUrl}>`)
  expect(news).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(other).not.toContain('List-Unsubscribe')
  expect((await simpleParser(news ?? '')).headers.get('list')).toMatchObject({ unsubscribe: { url: stopUrl } })
})

async function addWatch(email: string, hours: number): Promise<void> {
  const type = await findMeetingType('intro')
  await db().insert(watch).values({
    id: newId(), typeId: type?.id ?? '', startsAt: new Date(THURSDAY_TEN + hours * 3_600_000), durationMinutes: 30, email, locale: 'da', timeZone: 'Europe/Copenhagen',
  })
}
