import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { addMeetingFile } from '#app/domain/agenda/prepare/files.server.ts'
import { findMailFacts } from '#app/domain/booking/mail-facts.server.ts'
import { handOverFile } from '#app/domain/meeting/chat/commands.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { db } from '#db/client.server.ts'
import { agendaFile, seat } from '#db/schema.server.ts'
import * as file from '../../../app/routes/meeting/prepare/file.ts'
import { loader } from '../../../app/routes/meeting/summary.tsx'
import { useDatabase } from '../../support/database.ts'
import { contentOf, PDF } from '../../support/files.ts'
import { addGuest, cookieOf, passOf } from '../../support/meetings.ts'
import { DURING, item, makeLive, writeAgenda, type LiveMeeting } from '../../support/next-world.ts'
import { queuedMails } from '../../support/reminders.ts'
import { argumentsOf, ask } from '../../support/routes.ts'

const database = useDatabase()
const POINT = item('Prisen')

let live: LiveMeeting

/** The guest has added a file twice and one that the host handed over in the chat too; a point has a document; it is over. */
beforeEach(async () => {
  await database.reset()
  setNow(DURING)
  publishEnv({ FILES_DIR: mkdtempSync(join(tmpdir(), 'fremmode-files-')) })
  live = await makeLive()
  const { meeting: { id: meetingId } } = live.guest
  for (const [name, size] of [['Tal.pdf', 0], ['Tal.pdf', 0], ['Tilbud.pdf', 1]] as const) await addFile(name, size)
  const [kept] = await db().select().from(agendaFile).where(eq(agendaFile.name, 'Tilbud.pdf'))
  if (!kept) throw new Error('It was kept')
  const { hash, name, type, bytes } = kept
  await handOverFile(live.host, { id: newId(), file: { hash, name, type, bytes }, now: DURING })
  const documentId = newId()
  await db().insert(agendaFile).values({ ...kept, id: documentId, meetingId, seatId: null, name: 'Priser.pdf' })
  await writeAgenda(meetingId, { items: [{ ...POINT, documentId }] })
  await endMeeting(live.host, DURING)
})

async function addFile(name: string, more: number): Promise<void> {
  const content = Buffer.concat([PDF, Buffer.alloc(more, '\n')])
  const added = await addMeetingFile(live.guest, { name, content: contentOf(content), bytes: content.length }, DURING)
  if (!added.ok) throw new Error(added.reason)
}

const read = async (pass: SeatPass) => (await loader(argumentsOf({ seatId: pass.seat.id, cookie: cookieOf(pass) }))).data.view
const open = async (pass: SeatPass, fileId: string) => (
  (await ask(file.loader, { params: { seatId: pass.seat.id, fileId }, cookie: cookieOf(pass) })).status
)

test('each prepared file stands in it once, whose it is and of which point, with a link that opens it', async () => {
  const view = await read(live.guest)
  expect(view.files.map(({ name, addedBy, point }) => [name, addedBy, point]).sort())
    .toEqual([['Priser.pdf', null, 'Prisen'], ['Tal.pdf', { name: live.guest.seat.name }, null]])
  expect(view.said.map((one) => one.file?.name)).toEqual(['Tilbud.pdf'])
  expect(view.links.files).toBe(`/room/${live.guest.seat.id}/prepared`)
  for (const { id } of view.files) expect(await open(live.guest, id)).toBe(200)
})

test('whoever was never let in reads the names of none and opens none', async () => {
  const colleague = await addGuest(live.guest.meeting.id)
  expect((await read(colleague)).files).toEqual([])
  for (const { id } of (await read(live.guest)).files) expect(await open(colleague, id)).toBe(404)
})

test('the mail names the same to whoever may read the record, and to nobody else', async () => {
  const mails = await queuedMails('summary')
  const namesFor = async (pass: SeatPass) => {
    const mail = mails.find(({ seatId }) => seatId === pass.seat.id)
    return (await findMailFacts(mail?.id ?? '', DURING))?.files?.map(({ name }) => name).sort()
  }
  expect(await namesFor(live.guest)).toEqual(['Priser.pdf', 'Tal.pdf'])
  expect(await namesFor(await passOf(live.host.seat.id))).toEqual(['Priser.pdf', 'Tal.pdf'])
  await db().update(seat).set({ admittedAt: null }).where(eq(seat.id, live.guest.seat.id))
  expect(await namesFor(live.guest)).toEqual([])
})
