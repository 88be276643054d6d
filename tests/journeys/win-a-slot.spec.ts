import { expect, test } from '@playwright/test'
import postgres from 'postgres'
import { startProduct, type Product } from '../support/product.ts'
import { readStarts, somebody, submitBooking } from '../support/prospect.ts'

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
