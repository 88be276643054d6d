import { beforeEach, expect, test } from 'vitest'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { noteAt } from '#app/domain/agenda/prepare/host-note.ts'
import { listHostNotes, saveHostNote } from '#app/domain/agenda/prepare/host-notes.server.ts'
import { listMeetingFiles } from '#app/domain/agenda/prepare/files.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { bookNext, offerNext } from '#app/domain/booking/next/commands.server.ts'
import { listNextTimes } from '#app/domain/booking/next/queries.server.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { db } from '#db/client.server.ts'
import { agendaFile } from '#db/schema.server.ts'
import * as booking from '../../../../app/routes/booking/booking.tsx'
import * as invited from '../../../../app/routes/booking/invited.tsx'
import * as agenda from '../../../../app/routes/meeting/agenda.ts'
import * as room from '../../../../app/routes/meeting/room.tsx'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, browserOf, cookieOf, passOf } from '../../../support/meetings.ts'
import { DURING, item, listAllMeetings, makeLive, writeAgenda, type LiveMeeting } from '../../../support/next-world.ts'
import { firstOfStream } from '../../../support/room-feed.ts'
import { argumentsOf, ask } from '../../../support/routes.ts'
import { addBo, shareIntro } from '../../../support/shared-type.ts'

const database = useDatabase()
const SECRET = { questions: 'HEMMELIGT?', text: 'HEMMELIGT.' }
const QUESTION = { id: newId(), text: 'Hvad koster det?', authorName: 'Amina' }

let live: LiveMeeting
let colleague: SeatPass
let document: string
let prepared: ReturnType<typeof item>

/** One point has everything that can be prepared for it: by the host, by the one who booked and by a colleague. */
beforeEach(async () => {
  await database.reset()
  live = await makeLive()
  const { meeting: { id: meetingId }, seat } = live.guest
  colleague = await addGuest(meetingId)
  document = newId()
  const row = { meetingId, hash: 'a', name: 'Priser.pdf', type: 'application/pdf', bytes: 1, createdAt: new Date(DURING) }
  await db().insert(agendaFile).values({ ...row, id: document })
  prepared = item('Prisen', {
    author: 'guest', layout: 'share', asksConsent: true, documentId: document, questions: [QUESTION], isImportant: true,
    addedBy: { seatId: seat.id, name: seat.name }, markedBy: { seatId: colleague.seat.id, name: colleague.seat.name },
  })
  await writeAgenda(meetingId, { items: [prepared, item('Slut')] })
  await saveHostNote(live.host, { itemId: prepared.id, ...SECRET, version: 0 }, DURING)
})

async function book(): Promise<SeatPass> {
  const [first = 0] = await listNextTimes(live.guest, DURING)
  await offerNext(live.host, { starts: [], now: DURING })
  expect(await bookNext(live.guest, { startsAt: first, now: DURING })).toMatchObject({ ok: true })
  return passOf((await listAllMeetings())[1]?.guestSeatId ?? '')
}

const pointOf = async ({ meeting: { id } }: SeatPass) => (
  (await getAgenda(id)).agenda.items.find(({ carriedFrom }) => carriedFrom === prepared.id)
)
const tick = (isDone: boolean) => (
  changeAgenda(live.host, { change: { kind: 'item-tick', itemId: prepared.id, isDone }, changeId: newId(), now: DURING })
)
const hostOf = async ({ meeting: { id } }: SeatPass) => passOf((await listSeats(id))[0]?.id ?? '')
const filesOf = async ({ meeting: { id } }: SeatPass) => (await listMeetingFiles(id)).map(({ id: file, name }) => [file, name])

async function expectAll(next: SeatPass): Promise<void> {
  const point = await pointOf(next)
  const amina = (await listSeats(next.meeting.id)).find(({ email }) => email === colleague.seat.email)
  expect(point).toMatchObject({
    author: 'guest', layout: 'share', asksConsent: true, questions: [QUESTION], isImportant: true, isDone: false, spentMs: 0,
    addedBy: { seatId: next.seat.id, name: next.seat.name }, markedBy: { seatId: amina?.id, name: colleague.seat.name },
  })
  expect(point?.documentId).not.toBe(document)
  expect(await filesOf(next)).toEqual([[point?.documentId, 'Priser.pdf']])
  expect(noteAt(await listHostNotes(next.meeting.id), point?.id ?? '')).toMatchObject(SECRET)
  expect(await filesOf(live.guest)).toEqual([[document, 'Priser.pdf']])
}

test('a point that is left open goes on with all that was prepared for it, as the same people’s, and the first meeting keeps its own', async () => {
  await expectAll(await book())
})

test('so it does when the end brings it, and what was finished since goes with all that came along', async () => {
  await tick(true)
  const next = await book()
  expect(await filesOf(next)).toEqual([])
  await tick(false)
  await endMeeting(live.host, DURING + MINUTE_MS)
  await expectAll(next)
})

test('what goes again because it was finished leaves no document and no note, but what the host has written on', async () => {
  const next = await book()
  await tick(true)
  await endMeeting(live.host, DURING + MINUTE_MS)
  expect([await pointOf(next), await filesOf(next), await listHostNotes(next.meeting.id)]).toEqual([undefined, [], []])
})

test('a note that the host has written on stays, and a document that another point has', async () => {
  await writeAgenda(live.guest.meeting.id, { items: [prepared, item('Planen', { documentId: document }), item('Slut')] })
  const next = await book()
  const point = await pointOf(next)
  await saveHostNote(await hostOf(next), { itemId: point?.id ?? '', questions: '', text: 'Mere', version: 1 }, DURING)
  await tick(true)
  await endMeeting(live.host, DURING + MINUTE_MS)
  expect(await listHostNotes(next.meeting.id)).toMatchObject([{ text: 'Mere', version: 2 }])
  expect(await filesOf(next)).toEqual([[point?.documentId, 'Priser.pdf']])
})

test('what the host alone has stands in nothing that a guest of the next meeting gets', async () => {
  const next = await book()
  setNow(DURING)
  const amina = await passOf((await listSeats(next.meeting.id)).find(({ email }) => email === colleague.seat.email)?.id ?? '')
  const pages = [
    await booking.loader(argumentsOf({ seatId: next.seat.id, cookie: cookieOf(next, 'booking') })),
    await invited.loader(argumentsOf({ seatId: amina.seat.id, cookie: cookieOf(amina, 'booking') })),
  ]
  for (const guest of [next, amina]) {
    const asked = { seatId: guest.seat.id, cookie: browserOf(guest) }
    const first = (await firstOfStream(asked)).text()
    const got = JSON.stringify([await room.loader(argumentsOf(asked)), await (await ask(agenda.loader, asked)).text(), first, pages])
    expect(got).toContain('Hvad koster det?')
    expect(got).not.toContain('HEMMELIGT')
  }
})

test('where somebody hosts the next one who did not host this one, the note stays with this one', async () => {
  await shareIntro([live.hostId, await addBo()], 'all')
  const next = await book()
  expect((await listSeats(next.meeting.id)).filter(({ role }) => role === 'host')).toHaveLength(2)
  expect(await pointOf(next)).toMatchObject({ questions: [QUESTION] })
  expect(await listHostNotes(next.meeting.id)).toEqual([])
})
