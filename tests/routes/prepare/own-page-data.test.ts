import { beforeAll, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { writeNote } from '#app/domain/agenda/notes/commands.server.ts'
import { findMeetingSheet } from '#app/domain/booking/desk/desk.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { db } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import * as files from '../../../app/routes/booking/prepare/files.tsx'
import * as booking from '../../../app/routes/booking/booking.tsx'
import * as invited from '../../../app/routes/booking/invited.tsx'
import * as notes from '../../../app/routes/meeting/notes.tsx'
import * as summary from '../../../app/routes/meeting/summary.tsx'
import { useDatabase } from '../../support/database.ts'
import { addGuest, cookieOf } from '../../support/meetings.ts'
import { DURING, item, line, makeLive, type LiveMeeting } from '../../support/next-world.ts'
import { argumentsOf } from '../../support/routes.ts'

const database = useDatabase()
const POINT = item('Priserne', { spentMs: 60_000, isDone: true, questions: [{ id: 'question', text: 'Hvornår?', authorName: 'Søren Kjær' }] })
const SECRETS = ['De får tolv procent', 'Send udkastet', 'Skal de vente?', 'Kun for dem inde', 'Hemmeligt.pdf']

let live: LiveMeeting
let colleague: SeatPass

beforeAll(() => setNow(DURING))
beforeEach(async () => {
  await database.reset()
  live = await makeLive({
    items: [POINT], entries: [line('decision', 'De får tolv procent'), line('next-step', 'Send udkastet')],
    polls: [{
      id: 'poll', itemId: null, question: 'Skal de vente?', answers: [{ id: 'yes', text: 'Ja' }, { id: 'no', text: 'Nej' }],
      votes: { 'whose-vote': 'yes' }, isClosed: false, at: DURING,
    }],
    currentItemId: POINT.id, currentSince: DURING, document: { documentId: 'document', name: 'Hemmeligt.pdf', page: 1, pages: 2 }, leftAt: { document: 1 },
  })
  colleague = await addGuest(live.host.meeting.id)
  await writeNote(live.host, { version: 0, itemId: null, text: 'Kun for dem inde' }, DURING)
})

const asked = (pass: SeatPass, purpose: 'booking' | 'room' = 'booking') => argumentsOf({ seatId: pass.seat.id, cookie: cookieOf(pass, purpose) })

/** What each of a guest's own pages gives out, without being drawn. */
async function ownPages() {
  const pages = await Promise.all([
    booking.loader(asked(live.guest)), files.loader(asked(live.guest)), invited.loader(asked(colleague)), files.loader(asked(colleague)),
  ])
  return pages.map((page) => ({ ...page, ...('booked' in page ? page.booked : 'invited' in page ? page.invited : page) }))
}

const said = (data: unknown) => SECRETS.filter((secret) => JSON.stringify(data).includes(secret))

test('a guest’s own pages give out the plan alone while the meeting goes on', async () => {
  for (const page of await ownPages()) {
    expect(page).toMatchObject({ agenda: { items: [{ title: 'Priserne', isDone: false, spentMs: 0, questions: [{ text: 'Hvornår?' }] }] } })
    expect(page).toHaveProperty('agenda', { items: [expect.anything()] })
    expect(said(page)).toEqual([])
    expect(JSON.stringify(page)).not.toContain('whose-vote')
  }
})

test('whoever was sent away gets what the appointment is, and nothing of the agenda', async () => {
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.role, 'guest'))
  for (const page of await ownPages()) {
    expect(page).toMatchObject({ agenda: null, files: [], startsAt: live.host.meeting.startsAt, title: live.host.meeting.title })
    expect(said(page)).toEqual([])
    expect(JSON.stringify(page)).not.toContain('Priserne')
  }
})

test('the pages of the room and of the desk give out what they draw', async () => {
  const { view } = await notes.loader(asked(live.guest, 'room'))
  expect(view.items).toEqual([{ id: POINT.id, title: 'Priserne' }])
  const { data } = await summary.loader(asked(live.guest, 'room'))
  expect(data.view.agenda.items).toEqual([{ id: POINT.id, title: 'Priserne', minutes: 10, spentMs: 60_000, isDone: true }])
  expect(Object.keys(data.view.agenda)).toEqual(['items', 'entries'])
  const sheet = await findMeetingSheet({ id: live.hostId, locale: 'da' }, live.host.meeting.id, DURING)
  expect(sheet?.agenda.entries.map(({ text }) => text)).toEqual(['De får tolv procent', 'Send udkastet', 'Kun for dem inde'])
  expect(sheet?.prepare.agenda).toEqual({ items: [POINT] })
  expect(JSON.stringify(sheet)).not.toContain('whose-vote')
})
