import { beforeEach, expect, test } from 'vitest'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { saveHostNote } from '#app/domain/agenda/prepare/host-notes.server.ts'
import { sayInChat } from '#app/domain/meeting/chat/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { db } from '#db/client.server.ts'
import { mirrorChoice, mirrorShare, proposal, seat } from '#db/schema.server.ts'
import * as page from '../../../../app/routes/desk/people/person.tsx'
import * as file from '../../../../app/routes/desk/people/person-file.ts'
import { makeDesk } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { cookieOf, signInHost } from '../../../support/meetings.ts'
import { DURING, item, line, makeLive, writeAgenda, type LiveMeeting } from '../../../support/next-world.ts'
import { argumentsOf, ask } from '../../../support/routes.ts'

const database = useDatabase()
const PRICE = item('Prisen')
let live: LiveMeeting
let cookie: string

beforeEach(async () => {
  await database.reset()
  setNow(DURING)
  live = await makeLive({ entries: [line('next-step', 'Send udkastet', { owner: 'Søren', due: '2026-12-01' })] })
  cookie = await signInHost(live.hostId)
  await sayInChat(live.guest, { id: newId(), text: 'Jeg sender tallene.', now: DURING })
  await endMeeting(live.host, DURING)
})

const url = (email: string, type = '') => `http://localhost/desk/person${type}?${new URLSearchParams({ email })}`
const find = (email: string) => page.loader(argumentsOf({ cookie, url: url(email) }))
const fetchFile = (email: string, given = { cookie }) => ask(file.loader, { ...given, url: url(email, '.json') })

test('a person is found by their address, however it is written', async () => {
  const found = await find(` ${live.guest.seat.email.toUpperCase()} `)
  expect(found.data.sought).toMatchObject({ isKept: true, bookings: 1, seats: 1 })
  expect((await find('nobody@example.com')).data.sought).toMatchObject({ isKept: false })
  expect((await page.loader(argumentsOf({ cookie, url: 'http://localhost/desk/person' }))).data.sought).toBeNull()
})

test('the file has everything about them, under its noun', async () => {
  const answered = await fetchFile(live.guest.seat.email)
  expect(answered.headers.get('Content-Disposition')).toContain('attachment')
  const read = await answered.json()
  expect(Object.keys(read)).toEqual(expect.arrayContaining([
    'person', 'bookings', 'seats', 'agendas', 'chat', 'corrections', 'nextSteps', 'replies', 'reminders', 'mails', 'attendance', 'recordingConsents', 'beforeBooking',
  ]))
  expect(read).toMatchObject({
    person: [{ email: live.guest.seat.email }], bookings: [{ diagnosis: 'theory-into-practice' }], chat: [{ text: 'Jeg sender tallene.' }],
    agendas: { meetings: [{ agenda: { entries: [{ text: 'Send udkastet' }] } }] }, reminders: { nextSteps: [{ day: '2026-12-01' }] },
  })
  expect(read.mails.map(({ kind }: { kind: string }) => kind)).toEqual(expect.arrayContaining(['invitation', 'summary']))
})

test('what hosts have for themselves is in the file of those hosts alone, and a host is no guest of their own meetings', async () => {
  await saveHostNote(live.host, { itemId: null, questions: '', text: 'Spørg til prisen.', version: 0 }, DURING - 1)
    .then((saved) => expect(saved.ok).toBe(true))
  const read = await (await fetchFile(live.guest.seat.email)).json()
  expect(read).toMatchObject({ notes: [], files: [], speakingTime: { sums: [], choices: [] } })
  expect(read.hostNotes.map(({ text }: { text: string }) => text)).toContain('Spørg til prisen.')
  const foreign = await (await fetchFile(live.guest.seat.email, { cookie: await signInHost(await makeDesk()) })).text()
  expect(foreign).toContain('Jeg sender tallene.')
  expect(foreign).not.toContain('Spørg til prisen.')
  expect((await fetchFile(live.host.seat.email)).status).toBe(404)
})

test('for how long they spoke is in the file item by item, and how they voted without how others did', async () => {
  const answers = [{ id: newId(), text: 'Ja' }, { id: newId(), text: 'Nej' }] as const
  const [yes, no] = answers
  const votes = { [live.guest.seat.id]: no.id, [live.host.seat.id]: yes.id }
  const polls = [{ id: newId(), itemId: PRICE.id, question: 'Januar?', answers: [...answers], votes, isClosed: true, at: DURING }]
  await writeAgenda(live.guest.meeting.id, { items: [PRICE], polls })
  const meetingId = live.guest.meeting.id
  await db().insert(mirrorChoice).values({ seatId: live.guest.seat.id, toldAt: new Date(DURING), changedAt: new Date(DURING) })
  await db().insert(mirrorShare).values([
    { meetingId, itemId: PRICE.id, seatId: live.guest.seat.id, spokenMs: 61_000 },
    { meetingId, itemId: null, seatId: live.guest.seat.id, spokenMs: 4_000 },
    { meetingId, itemId: PRICE.id, seatId: live.host.seat.id, spokenMs: 99_000 },
  ])
  const text = await (await fetchFile(live.guest.seat.email)).text()
  const { speakingTime: { sums, choices }, agendas: { meetings: [held] } } = JSON.parse(text)
  expect(sums).toHaveLength(2)
  expect(sums).toEqual(expect.arrayContaining([
    expect.objectContaining({ itemId: PRICE.id, item: 'Prisen', spokenMs: 61_000 }),
    expect.objectContaining({ itemId: null, item: null, spokenMs: 4_000 }),
  ]))
  expect(choices).toMatchObject([{ isOn: true }])
  expect(held.agenda.polls).toMatchObject([{ question: 'Januar?', answers: [{ text: 'Ja', count: 1 }, { text: 'Nej', count: 1 }], own: ['Nej'] }])
  for (const { seat: { id } } of [live.guest, live.host]) expect(text).not.toContain(id)
})

test('no secret of a link, a device or a room is in it', async () => {
  const [row] = (await db().select().from(seat)).filter(({ id }) => id === live.guest.seat.id)
  const text = await (await fetchFile(live.guest.seat.email)).text()
  for (const secret of [row?.identity, live.guest.meeting.roomName, live.guest.seat.id, 'linkGeneration', 'deviceHash']) expect(text).not.toContain(secret)
})

test('whoever only proposed times is found as well', async () => {
  const { typeId } = live.guest.meeting
  await db().insert(proposal).values({
    id: newId(), typeId, durationMinutes: 30, name: 'Claire', email: 'Claire@Example.com', companyName: 'Ravn', diagnosis: 'more-courses', locale: 'da',
    timeZone: 'Europe/Copenhagen', starts: [new Date(DURING)], idempotencyKey: newId(),
  })
  expect((await (await fetchFile('claire@example.com')).json()).beforeBooking.proposals).toMatchObject([{ name: 'Claire', companyName: 'Ravn' }])
})

test('of an address that is none, or of which nothing is kept, there is no file', async () => {
  expect((await fetchFile('x')).status).toBe(400)
  expect((await fetchFile('')).status).toBe(400)
  expect((await fetchFile('nobody@example.com')).status).toBe(404)
  expect((await find('x')).init?.status).toBe(422)
  expect((await fetchFile('a%_\'"@example.com')).status).not.toBe(500)
})

test('nobody but a consultant who is signed in gets any of it', async () => {
  for (const stranger of ['', cookieOf(live.guest)]) {
    expect((await fetchFile(live.guest.seat.email, { cookie: stranger })).status).toBe(403)
    expect((await ask(page.loader, { cookie: stranger, url: url(live.guest.seat.email) })).status).toBe(403)
  }
})
