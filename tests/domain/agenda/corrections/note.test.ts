import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { correctRecord } from '#app/domain/agenda/corrections/commands.server.ts'
import { MOST_CORRECTIONS } from '#app/domain/agenda/corrections/correction.ts'
import { parseCorrection } from '#app/domain/agenda/corrections/correction-input.ts'
import { listCorrections } from '#app/domain/agenda/corrections/queries.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { writeNote } from '#app/domain/agenda/notes/commands.server.ts'
import { NOTE_LIMITS, noteName } from '#app/domain/agenda/notes/note.ts'
import { getRecord, listNotes } from '#app/domain/agenda/notes/queries.server.ts'
import { findMailFacts } from '#app/domain/booking/mail-facts.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { correction, seat } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { DURING, item, makeLive, type LiveMeeting } from '../../../support/next-world.ts'
import { queuedMails } from '../../../support/reminders.ts'
import { formOf } from '../../../support/routes.ts'

const database = useDatabase()
const PRICE = item('Prisen')
const NAME = noteName(PRICE.id)
const SAID = 'Mål: ti møder.\nPris: ?\nEjer: Mette'

let live: LiveMeeting
let version: number

beforeEach(async () => {
  await database.reset()
  live = await makeLive({ items: [PRICE] })
  await writeNote(live.host, { version: 0, itemId: PRICE.id, text: SAID }, DURING)
  await endMeeting(live.host, DURING)
  version = await versionNow()
})

type Given = { pass?: LiveMeeting['guest']; now?: number; entryId?: string; from?: number }

const versionNow = async () => (await getRecord(live.guest.meeting.id)).version
const correct = (text: string, { pass = live.guest, now = DURING + 1_000, entryId = NAME, from = version }: Given = {}) =>
  correctRecord(pass, { asked: { intent: 'correct-note', entryId, version: from, text }, now })
const kept = async () => (await listNotes(live.guest.meeting.id)).map(({ text }) => text)
const listVersions = () => listCorrections(live.guest.meeting.id)
const versions = async () => (await listVersions()).map(({ entryId, name, before }) => [entryId, name, before?.text])

test('either side puts a text right that both wrote, and what it said before is kept with who changed it and when', async () => {
  expect(await correct(SAID.replace('?', '9.000'))).toMatchObject({ ok: true })
  expect(await kept()).toEqual(['Mål: ti møder.\nPris: 9.000\nEjer: Mette'])
  await correct('Pris: 8.000', { pass: live.host, from: await versionNow() })
  expect(await kept()).toEqual(['Pris: 8.000'])
  expect(await versions()).toEqual([[NAME, live.guest.seat.name, SAID], [NAME, live.host.seat.name, SAID.replace('?', '9.000')]])
  expect((await listVersions())[0]?.at).toBe(DURING + 1_000)
})

test('the record and a mail that leaves later have the text as it was put right', async () => {
  await correct('Pris: 9.000')
  expect((await getRecord(live.guest.meeting.id)).agenda.entries).toMatchObject([{ id: NAME, itemId: PRICE.id, text: 'Pris: 9.000' }])
  const [mail] = await queuedMails('summary')
  expect((await findMailFacts(mail?.id ?? '', DURING))?.agenda.entries).toMatchObject([{ text: 'Pris: 9.000' }])
})

test('of two at the same moment who changed different lines both stand, and each is a version', async () => {
  const both = await Promise.all([correct(SAID.replace('ti', 'tolv')), correct(SAID.replace('?', '9.000'), { pass: live.host })])
  expect(both).toMatchObject([{ ok: true }, { ok: true }])
  expect(await kept()).toEqual(['Mål: tolv møder.\nPris: 9.000\nEjer: Mette'])
  expect(await versions()).toHaveLength(2)
})

test('of two at the same moment who changed one line one stands, and the other is told and may save over it', async () => {
  const both = await Promise.all([correct(SAID.replace('?', '9.000')), correct(SAID.replace('?', '8.000'), { pass: live.host })])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both).toContainEqual({ ok: false, reason: 'changed-since' })
  expect(await versions()).toHaveLength(1)
  const [before] = await kept()
  expect(await correct('Pris: 8.500', { from: await versionNow() })).toMatchObject({ ok: true })
  expect((await versions()).at(-1)).toEqual([NAME, live.guest.seat.name, before])
})

test('the same form sent twice is sent once, and one that changed nothing is no version', async () => {
  await correct('Pris: 9.000')
  expect(await correct('Pris: 9.000')).toMatchObject({ ok: true })
  expect(await correct(SAID)).toMatchObject({ ok: true })
  expect(await kept()).toEqual(['Pris: 9.000'])
  expect(await versions()).toHaveLength(1)
})

test('for a day after the end, and by nobody who was sent away or was never let in', async () => {
  expect(await correct('For sent', { now: DURING + DAY_MS + 1 })).toEqual({ ok: false, reason: 'too-late' })
  for (const given of [{ door: 'removed' as const }, { door: 'waiting' as const, admittedAt: null }]) {
    await db().update(seat).set(given).where(eq(seat.id, live.guest.seat.id))
    expect(await correct('Nej')).toEqual({ ok: false, reason: 'not-allowed' })
  }
  expect(await kept()).toEqual([SAID])
})

test('what is no text of this meeting, empty or too long is refused, and so are very many versions', async () => {
  const refused = [
    [await correct('  '), 'empty-text'], [await correct('x'.repeat(NOTE_LIMITS.text + 1)), 'too-long'],
    [await correct('Ny', { entryId: noteName(null) }), 'no-such-entry'], [await correct('Ny', { entryId: noteName(newId()) }), 'no-such-entry'],
  ]
  for (const [answer, reason] of refused) expect(answer).toEqual({ ok: false, reason })
  const row = { meetingId: live.guest.meeting.id, seatId: live.guest.seat.id, entryId: NAME, before: null, at: new Date(DURING) }
  const many = Array.from({ length: MOST_CORRECTIONS }, (_, index) => ({ ...row, id: newId(), version: 1_000 + index }))
  await db().insert(correction).values(many)
  expect(await correct('Én for meget')).toEqual({ ok: false, reason: 'too-many' })
  expect(await kept()).toEqual([SAID])
})

test('a form is read as it is typed, and what names no text is none', () => {
  const typed = { intent: 'correct-note', entryId: NAME, version: '7', text: ' Et\r\nTo ' }
  expect(parseCorrection(formOf(typed))).toEqual({ intent: 'correct-note', entryId: NAME, version: 7, text: 'Et\nTo' })
  const wrongs: Record<string, string>[] = [{ entryId: PRICE.id }, { entryId: 'note:' }, { version: '-1' }, { version: '' }]
  for (const wrong of wrongs) expect(parseCorrection(formOf({ ...typed, ...wrong }))).toBeNull()
})
