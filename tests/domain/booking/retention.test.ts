import { expect, test } from 'vitest'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { forgetOldMeetings } from '#app/domain/booking/retention.server.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { agenda, booking, company, mail, meeting, occupiedTime, person, seat } from '#db/schema.server.ts'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { NOW } from '../../support/meetings.ts'

useDatabase()

test('a year and a day after a meeting nothing of it or its people is left, and a later one stays', async () => {
  await makeDesk()
  await bookSlot(askFor(), NOW)
  await bookSlot(askFor({ email: 'later@example.com', companyName: 'Senere', startsAt: THURSDAY_TEN + 4 * DAY_MS }), NOW)
  expect(await forgetOldMeetings(THURSDAY_TEN + 365 * DAY_MS)).toBe(0)
  expect(await forgetOldMeetings(THURSDAY_TEN + 367 * DAY_MS)).toBe(1)
  const counts = await Promise.all([meeting, booking, agenda, occupiedTime, person, company].map((table) => db().$count(table)))
  expect(counts).toEqual([1, 1, 1, 1, 1, 1])
  expect([await db().$count(seat), await db().$count(mail)]).toEqual([2, 2])
})
