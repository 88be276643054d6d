import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { startProduct, type Product } from '../support/product.ts'
import { pressTime, readStarts, somebody, submitBooking } from '../support/prospect.ts'

let product: Product

test.beforeAll(async () => {
  product = await startProduct({ BOOKING_LIMIT_PER_HOUR: '10000' })
})
test.afterAll(() => product.stop())

test('fifty people press one time at once: one gets it, the others are told and shown the nearest', async () => {
  const [start = ''] = await readStarts(product.url)
  const answers = await Promise.all(Array.from({ length: 50 }, () => submitBooking(product.url, start)))
  const won = answers.filter((answer) => answer.status === 303)
  const lost = answers.filter((answer) => answer.status === 409)
  expect(won).toHaveLength(1)
  expect(lost).toHaveLength(49)
  for (const answer of lost) expect(answer.html).toMatch(/<button[^>]*name="start"/)
  expect(await queuedInvitations(start)).toEqual([{ role: 'guest', count: 1 }, { role: 'host', count: 1 }])
  expect(await readStarts(product.url)).not.toContain(start)
})

test('a double click and a retry give the booking that is there', async () => {
  const [start = ''] = await readStarts(product.url)
  const given = { answers: somebody(), key: crypto.randomUUID() }
  const twice = await Promise.all([submitBooking(product.url, start, given), submitBooking(product.url, start, given)])
  const again = await submitBooking(product.url, start, given)
  expect(new Set([...twice, again].map((answer) => `${answer.status} ${answer.location}`)).size).toBe(1)
  expect(again.status).toBe(303)
  expect(await queuedInvitations(start)).toEqual([{ role: 'guest', count: 1 }, { role: 'host', count: 1 }])
})

test('fifty people press one time at once: one has it, the others are told that it is being booked', async () => {
  const [start = ''] = (await readStarts(product.url)).slice(8)
  const answers = await Promise.all(Array.from({ length: 50 }, () => pressTime(product.url, start)))
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1)
  const lost = answers.filter((answer) => answer.status === 409)
  expect(lost).toHaveLength(49)
  for (const answer of lost) expect([answer.cookie, answer.html.includes('er ved at blive booket af en anden')]).toEqual(['', true])
})

test('two hundred submits on one time at once: one wins, 199 are refused with alternatives', async () => {
  const [start = ''] = (await readStarts(product.url)).slice(16)
  const answers = await Promise.all(Array.from({ length: 200 }, () => submitBooking(product.url, start)))
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1)
  const lost = answers.filter((answer) => answer.status === 409)
  expect(lost).toHaveLength(199)
  for (const answer of lost) expect(answer.html.match(/<button[^>]*name="start"/g)?.length).toBe(4)
})

test('fifty submits on fifty times of a day that holds three make three bookings', async () => {
  const day = await openLongDay({ maxPerDay: 3 })
  expect(day).toHaveLength(50)
  const answers = await Promise.all(day.map((start) => submitBooking(product.url, start)))
  expect(answers.filter((answer) => answer.status === 303)).toHaveLength(3)
  expect(answers.filter((answer) => answer.status === 409)).toHaveLength(47)
})

/** A free day, a month ahead, with fifty quarters that can be booked, of which so many may be. */
async function openLongDay({ maxPerDay }: { maxPerDay: number }): Promise<string[]> {
  const sql = postgres(product.databaseUrl(), { max: 1, onnotice: () => undefined })
  await sql`UPDATE weekly_window SET start_minute = 0, end_minute = 1440 WHERE start_minute < 720`
  await sql`DELETE FROM weekly_window WHERE start_minute >= 720`
  await sql`UPDATE meeting_type SET duration_minutes = 15, step_minutes = 15, buffer_after_minutes = 0, max_per_day = ${maxPerDay} WHERE slug = 'intro'`
  await sql`UPDATE consultant SET calendar_version = calendar_version + 1`
  await sql.end()
  const from = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  const starts = await readStarts(product.url, `/book/intro?from=${from}`)
  const midnight = starts.find((start) => start.endsWith('T00:00:00Z')) ?? ''
  return starts.filter((start) => start.startsWith(midnight.slice(0, 10))).slice(0, 50)
}

async function queuedInvitations(start: string): Promise<{ role: string; count: number }[]> {
  const sql = postgres(product.databaseUrl(), { max: 1, onnotice: () => undefined })
  try {
    return [...await sql<{ role: string; count: number }[]>`
      SELECT seat.role, count(*)::int FROM mail JOIN seat ON seat.id = mail.seat_id JOIN meeting ON meeting.id = mail.meeting_id
      WHERE mail.kind = 'invitation' AND meeting.starts_at = ${start} GROUP BY seat.role ORDER BY seat.role`]
  } finally {
    await sql.end()
  }
}
