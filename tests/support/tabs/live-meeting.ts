import { randomUUID } from 'node:crypto'
import type { Browser } from '@playwright/test'
import type postgres from 'postgres'
import { linkKey } from '#app/platform/link.server.ts'
import { fillLiveMeetings } from '../../bench/agenda/live-meetings.ts'
import { cookiesOf, setUpConsultant } from '../people.ts'
import type { Product } from '../product.ts'

export type MeetingOfThree = { meetingId: string; hostSeatId: string; guestSeatIds: [string, string]; cookies: Map<string, string> }

/** A meeting that goes on, with its host, a guest and a colleague inside, and the cookie of each. LINK_KEY must be the product's. */
export async function makeMeetingOfThree(browser: Browser, product: Product, sql: postgres.Sql): Promise<MeetingOfThree> {
  const desk = await setUpConsultant(browser, product)
  const hostCookie = await cookiesOf(desk)
  await desk.context().close()
  const [meeting] = await fillLiveMeetings(sql, 1)
  if (!meeting) throw new Error('One was wanted')
  const colleagueSeatId = randomUUID()
  await sql`INSERT INTO seat (id, meeting_id, role, name, email, locale, time_zone, identity, door)
    VALUES (${colleagueSeatId}, ${meeting.id}, 'guest', 'Kollega', 'kollega@example.com', 'da', 'Europe/Copenhagen', ${colleagueSeatId}, 'admitted')`
  const cookies = new Map([
    [meeting.hostSeatId, hostCookie], [meeting.guestSeatId, meeting.guestCookie],
    [colleagueSeatId, `fremmode_room=${linkKey('room', colleagueSeatId, 1)}`],
  ])
  return { meetingId: meeting.id, hostSeatId: meeting.hostSeatId, guestSeatIds: [meeting.guestSeatId, colleagueSeatId], cookies }
}
