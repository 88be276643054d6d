import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { listMeetingFiles } from '#app/domain/agenda/prepare/files.server.ts'
import { getAgenda, listTemplates } from '#app/domain/agenda/queries.server.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import * as booking from '../../../app/routes/booking/booking.tsx'
import * as file from '../../../app/routes/booking/prepare/file.ts'
import * as files from '../../../app/routes/booking/prepare/files.tsx'
import { askFor, makeDesk, THURSDAY_TEN } from '../../support/booking-world.ts'
import { useDatabase } from '../../support/database.ts'
import { PDF } from '../../support/files.ts'
import { addGuest, cookieOf, NOW, passOf } from '../../support/meetings.ts'
import { argumentsOf, ask, drawn, formOf, thrownBy } from '../../support/routes.ts'

useDatabase()

let hostId: string
let mine: SeatPass
let other: SeatPass

beforeAll(async () => {
  setNow(NOW)
  publishEnv({ FILES_DIR: mkdtempSync(join(tmpdir(), 'fremmode-files-')) })
  hostId = await makeDesk()
  mine = await book({})
  other = await book({ startsAt: THURSDAY_TEN + DAY_MS, email: 'other@example.com' })
})

async function book(given: Parameters<typeof askFor>[0]): Promise<SeatPass> {
  const booked = await bookSlot(askFor(given), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  return passOf(booked.value.guestSeatId)
}

const asking = (fields: Record<string, string>) => argumentsOf({
  seatId: mine.seat.id, cookie: cookieOf(mine, 'booking'), method: 'POST', body: formOf(fields),
})

test('the guest marks what matters most and asks, and takes both back, without a script', async () => {
  const [item] = (await getAgenda(mine.meeting.id)).agenda.items
  const [itemId, questionId] = [item?.id ?? '', newId()]
  const now = async () => (await getAgenda(mine.meeting.id)).agenda.items[0]
  const send = async (fields: Record<string, string>) => {
    expect((await thrownBy(() => booking.action(asking({ itemId, ...fields })))).status).toBe(303)
  }
  await send({ intent: 'mark' })
  await send({ intent: 'ask', questionId, text: 'Hvor længe?' })
  expect(await now()).toMatchObject({ isImportant: true, questions: [{ text: 'Hvor længe?', authorName: mine.seat.name }] })
  await send({ intent: 'unmark' })
  await send({ intent: 'unask', questionId })
  expect(await now()).toMatchObject({ isImportant: false, questions: [] })
})

test('forms of one page are pressed one after the other, each twice, or once more after Back: nothing is lost or made twice', async () => {
  const pass = await book({ startsAt: THURSDAY_TEN + HOUR_MS, email: 'quick@example.com' })
  const items = async () => (await getAgenda(pass.meeting.id)).agenda.items
  const [a, b] = await items()
  // What one look at the page gave out, also to pages that were open while this was put right.
  const given = { changeId: newId(), questionId: newId() }
  const send = async (fields: Record<string, string>) => {
    const body = formOf({ ...given, ...fields })
    for (const press of [1, 2]) {
      const asked = argumentsOf({ seatId: pass.seat.id, cookie: cookieOf(pass, 'booking'), method: 'POST', body })
      expect((await thrownBy(() => booking.action(asked))).status, `${fields.intent}, press ${press}`).toBe(303)
    }
  }
  const [atA, atB, added] = [{ itemId: a?.id ?? '' }, { itemId: b?.id ?? '' }, { intent: 'add-point', itemId: given.questionId, minutes: '5' }]
  await send({ intent: 'mark', ...atA })
  await send({ intent: 'ask', ...atB, text: 'Hvad koster det?' })
  await send({ intent: 'ask', ...atA, text: 'Hvem kommer?' })
  await send({ intent: 'ask', ...atB, text: 'Og hvornår?' })
  await send({ ...added, title: 'Tidsplan' })
  await send({ ...added, title: 'Pris' })
  const now = await items()
  expect(now.slice(0, 2).map(({ isImportant, questions }) => [isImportant, questions?.map(({ text }) => text)]))
    .toEqual([[true, ['Hvem kommer?']], [undefined, ['Hvad koster det?', 'Og hvornår?']]])
  expect(now.filter(({ author }) => author === 'guest').map(({ title }) => title)).toEqual(['Tidsplan', 'Pris'])
  await send({ intent: 'unmark', ...atA })
  await send({ intent: 'mark', ...atA })
  await send({ intent: 'unask', ...atB })
  await send({ intent: 'remove-point', itemId: given.questionId })
  expect(await items()).toMatchObject([{ isImportant: true }, { questions: [{ text: 'Og hvornår?' }] }, ...now.slice(2).filter(({ title }) => title !== 'Tidsplan')])
})

test('a question that can’t be asked is kept as it was typed, at its point', async () => {
  const [item] = (await getAgenda(mine.meeting.id)).agenda.items
  const text = 'x'.repeat(501)
  const answered = drawn(await booking.action(asking({ intent: 'ask', itemId: item?.id ?? '', questionId: newId(), text })))
  expect(answered).toMatchObject({ init: { status: 422 }, data: { agendaFault: 'too-long', typedQuestion: { itemId: item?.id, text } } })
  const flood = drawn(await booking.action(asking({ intent: 'add-point', itemId: newId(), title: 'x'.repeat(100_000), minutes: '5' })))
  expect(flood).toMatchObject({ init: { status: 422 }, data: { agendaFault: 'too-long' } })
})

test('no page of a guest has what the host alone has prepared', async () => {
  const page = JSON.stringify(await booking.loader(argumentsOf({ seatId: mine.seat.id, cookie: cookieOf(mine, 'booking') })))
  const templates = (await listTemplates(hostId)).flatMap(({ items }) => items)
  const secrets = templates.flatMap(({ questions = '', notes = '' }) => `${questions}\n${notes}`.split('\n'))
  expect(page).toContain('Én vane at begynde med')
  expect(secrets.filter((line) => page.includes(JSON.stringify(line).slice(1, -1)))).toEqual([])
})

const uploading = (seatId: string, cookie: string, given = new File([new Uint8Array(PDF)], 'Tal.pdf')) => {
  const body = new FormData()
  body.set('intent', 'add-file')
  body.set('file', given)
  return argumentsOf({ seatId, cookie, method: 'POST', body })
}

test('a file is added and read by those of the meeting, and by nobody else', async () => {
  const { seat, meeting } = mine
  expect((await thrownBy(() => files.action(uploading(seat.id, cookieOf(mine, 'booking'))))).status).toBe(303)
  const [kept] = await listMeetingFiles(meeting.id)
  const fileId = kept?.id ?? ''
  const colleague = await addGuest(meeting.id)
  const attempts: [string, SeatPass, string, number][] = [
    ['the one who added it', mine, cookieOf(mine, 'booking'), 200],
    ['a colleague', colleague, cookieOf(colleague, 'booking'), 200],
    ['another’s booking', other, cookieOf(other, 'booking'), 404],
    ['another’s cookie', mine, cookieOf(other, 'booking'), 403],
    ['the room’s cookie', mine, cookieOf(mine, 'room'), 403],
  ]
  for (const [who, pass, cookie, status] of attempts) {
    const response = await ask(file.loader, { params: { seatId: pass.seat.id, fileId }, cookie })
    expect(response.status, who).toBe(status)
    if (status === 200) expect(response.headers.get('Content-Disposition')).toContain('attachment')
    await response.body?.cancel()
  }
  expect((await thrownBy(() => files.action(uploading(seat.id, cookieOf(other, 'booking'))))).status).toBe(403)
})

test('what is no file of a kind that is passed on is refused on the page, and taking back one’s own works', async () => {
  const cookie = cookieOf(mine, 'booking')
  const script = new File(['<script>alert(1)</script>'], 'side.html')
  expect(drawn(await files.action(uploading(mine.seat.id, cookie, script)))).toMatchObject({ init: { status: 415 }, data: { fileFault: 'bad-type' } })
  expect(drawn(await files.action(uploading(mine.seat.id, cookie, new File([], ''))))).toMatchObject({ init: { status: 422 }, data: { fileFault: 'no-file' } })
  const [kept] = await listMeetingFiles(mine.meeting.id)
  const body = formOf({ intent: 'remove-file', file: kept?.id ?? '' })
  expect((await thrownBy(() => files.action(argumentsOf({ seatId: mine.seat.id, cookie, method: 'POST', body })))).status).toBe(303)
  expect(await listMeetingFiles(mine.meeting.id)).toEqual([])
})
