import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { AGENDA_LIMITS } from '#app/domain/agenda/agenda.ts'
import { listMeetingFiles } from '#app/domain/agenda/prepare/files.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { addColleague, decline } from '#app/domain/booking/colleagues/commands.server.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { db } from '#db/client.server.ts'
import { seat } from '#db/schema.server.ts'
import { CAST } from '../../../db/seeds/cast.ts'
import * as files from '../../../app/routes/booking/prepare/files.tsx'
import * as invited from '../../../app/routes/booking/invited.tsx'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { PDF } from '../../support/files.ts'
import { cookieOf, NOW, passOf } from '../../support/meetings.ts'
import { argumentsOf, drawn, formOf, post } from '../../support/routes.ts'

const database = useDatabase()
let booker: SeatPass
let colleague: SeatPass

beforeAll(() => {
  setNow(NOW)
  publishEnv({ FILES_DIR: mkdtempSync(join(tmpdir(), 'fremmode-files-')) })
})

beforeEach(async () => {
  await database.reset()
  await makeDesk()
  booker = await book({})
  const added = await addColleague(booker.seat.id, { name: CAST.amina.name, email: CAST.amina.email, timeZone: 'Europe/Copenhagen', locale: 'da' }, NOW)
  colleague = await passOf(added.ok ? added.value.seatId : '')
})

test('a colleague adds a point, asks and marks what matters, without a script, and each says who did it', async () => {
  const [item] = await items()
  const [itemId, questionId] = [item?.id ?? '', newId()]
  const steps: Record<string, string>[] = [
    { intent: 'add-point', itemId: newId(), title: 'Kundelisten', minutes: '5' }, { intent: 'mark', itemId },
    { intent: 'ask', itemId, questionId, text: 'Hvor længe?' },
  ]
  for (const step of steps) expect(await send(step)).toEqual([303, `/booking/${colleague.seat.id}/invited#agenda`])
  const sign = { seatId: colleague.seat.id, name: CAST.amina.name }
  expect((await items()).at(-1)).toMatchObject({ title: 'Kundelisten', author: 'guest', addedBy: sign })
  expect((await items())[0]).toMatchObject({ isImportant: true, markedBy: sign, questions: [{ text: 'Hvor længe?', authorName: CAST.amina.name }] })
  await send({ intent: 'unask', itemId, questionId })
  await send({ intent: 'unmark', itemId })
  expect((await items())[0]).toMatchObject({ isImportant: false, questions: [] })
  expect((await items())[0]).not.toHaveProperty('markedBy')
})

test('what can’t be taken in is kept as it was typed, and the limits are those of all guests', async () => {
  const long = await refusedBy({ intent: 'add-point', itemId: newId(), title: 'x'.repeat(201), minutes: '7' })
  expect(long).toMatchObject({ init: { status: 422 }, data: { agendaFault: 'too-long', typedPoint: { minutes: '7' } } })
  for (let count = 0; count < AGENDA_LIMITS.guestItems; count += 1) {
    await send({ intent: 'add-point', itemId: newId(), title: `Punkt ${count}`, minutes: '1' })
  }
  expect(await refusedBy({ intent: 'add-point', itemId: newId(), title: 'Et til', minutes: '1' })).toMatchObject({ data: { agendaFault: 'too-many' } })
  const [, template] = await items()
  expect(await refusedBy({ intent: 'remove-point', itemId: template?.id ?? '' })).toMatchObject({ data: { agendaFault: 'not-allowed' } })
})

test('a colleague adds a file of their own and takes it back, and no one else’s', async () => {
  const { seat: { id: seatId }, meeting } = colleague
  expect((await upload(colleague, 'Aminas.pdf')).headers.get('Location')).toBe(`/booking/${seatId}/invited#files`)
  expect((await upload(booker, 'Sorens.pdf')).headers.get('Location')).toBe(`/booking/${booker.seat.id}#files`)
  const kept = await listMeetingFiles(meeting.id)
  expect(kept.map(({ name, addedBy }) => [name, addedBy?.name])).toEqual([['Aminas.pdf', CAST.amina.name], ['Sorens.pdf', booker.seat.name]])
  for (const { id } of kept) await post(files.action, { ...own(colleague), body: formOf({ intent: 'remove-file', file: id }) })
  expect((await listMeetingFiles(meeting.id)).map(({ name }) => name)).toEqual(['Sorens.pdf'])
  const refused = drawn(await files.action(argumentsOf({ ...own(colleague), method: 'POST', body: fileForm('side.html', '<script>alert(1)</script>') })))
  expect(refused).toMatchObject({ init: { status: 415 }, data: { fileFault: 'bad-type' } })
  expect(await files.loader(argumentsOf(own(colleague)))).toMatchObject({ invited: { seatId, pageHref: `/booking/${seatId}/invited` } })
  expect(await files.loader(argumentsOf(own(booker)))).toMatchObject({ booked: { pageHref: `/booking/${booker.seat.id}` } })
})

test('nobody prepares on a colleague’s page but that colleague, and none who declined or was sent away', async () => {
  const other = await book({ startsAt: THURSDAY_TEN + DAY_MS, email: 'other@example.com' })
  const before = await getAgenda(booker.meeting.id)
  const { id: seatId } = colleague.seat
  const body = formOf({ intent: 'add-point', itemId: newId(), title: 'Indbrud', minutes: '5' })
  for (const cookie of [undefined, cookieOf(booker, 'booking'), cookieOf(other, 'booking'), cookieOf(colleague, 'room')]) {
    expect((await post(invited.action, { seatId, cookie, body })).status).toBe(403)
    expect((await post(files.action, { seatId, cookie, body: fileForm('x.pdf', PDF) })).status).toBe(403)
    expect((await post(files.loader, { seatId, cookie })).status).toBe(403)
  }
  expect((await post(invited.action, { ...own(booker), body })).status).toBe(404)
  await db().update(seat).set({ door: 'removed' }).where(eq(seat.id, seatId))
  expect(drawn(await invited.action(argumentsOf({ ...own(colleague), method: 'POST', body })))).toMatchObject({ data: { agendaFault: 'not-allowed' } })
  await decline(seatId, NOW)
  expect((await post(invited.action, { ...own(colleague), body })).status).toBe(404)
  expect((await post(files.action, { ...own(colleague), body: fileForm('x.pdf', PDF) })).status).toBe(404)
  expect(await getAgenda(booker.meeting.id)).toEqual(before)
  expect(await listMeetingFiles(booker.meeting.id)).toEqual([])
})

const own = (pass: SeatPass) => ({ seatId: pass.seat.id, cookie: cookieOf(pass, 'booking') })
const items = async () => (await getAgenda(booker.meeting.id)).agenda.items
const asking = (fields: Record<string, string>) => ({ ...own(colleague), body: formOf(fields) })

async function send(fields: Record<string, string>): Promise<[number, string | null]> {
  const { status, headers } = await post(invited.action, asking(fields))
  return [status, headers.get('Location')]
}

async function refusedBy(fields: Record<string, string>) {
  return drawn(await invited.action(argumentsOf({ ...asking(fields), method: 'POST' })))
}

function upload(pass: SeatPass, name: string): Promise<Response> {
  return post(files.action, { ...own(pass), body: fileForm(name, PDF) })
}

function fileForm(name: string, content: string | Buffer): FormData {
  const form = formOf({ intent: 'add-file' })
  form.set('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  return form
}

async function book(given: Parameters<typeof askFor>[0]): Promise<SeatPass> {
  const booked = await bookSlot(askFor(given), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  return passOf(booked.value.guestSeatId)
}
