import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { applyChange } from '#app/domain/agenda/apply-change.ts'
import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { AgendaChange, ChangeRefusal } from '#app/domain/agenda/change.ts'
import { changeAgenda, saveTemplate } from '#app/domain/agenda/commands.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { findTemplate, findTemplateFor, getAgenda, listAgendaEvents, listTemplates } from '#app/domain/agenda/queries.server.ts'
import { admit, comeToDoor, leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import { cancelMeeting } from '#app/domain/meeting/schedule.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { db, transaction } from '#db/client.server.ts'
import { mail } from '#db/schema.server.ts'
import { useDatabase } from '../../support/database.ts'
import { addGuest, makeMeeting, NOW, passOf, READY, type World } from '../../support/meetings.ts'

useDatabase()

test('fifty changes at once are all made, one after the other, and replaying them gives the same agenda', async () => {
  const { meetingId, host, guest, items } = await makeLive()
  const start = await getAgenda(meetingId)
  const changes = Array.from({ length: 50 }, (_, index) => ({
    pass: index % 2 ? host : guest,
    change: index % 2 ? { kind: 'item-move' as const, itemId: items[0] ?? '', beforeItemId: null } : newEntry(`Linje ${index}`),
  }))
  const made = await Promise.all(changes.map(({ pass, change }) => changeAgenda(pass, { change, changeId: newId(), now: NOW })))
  const versions = made.map((result) => (result.ok ? result.value.version : 0)).sort((a, b) => a - b)
  expect(versions).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))

  const end = await getAgenda(meetingId)
  expect(end.version).toBe(50)
  const events = await listAgendaEvents(meetingId, 0)
  expect(events.map((event) => event.version)).toEqual(versions)
  expect(events.reduce(replay, start.agenda)).toEqual(end.agenda)
})

test('the same change posted again, at once or later, is made once and answered alike', async () => {
  const { guest, meetingId } = await makeLive()
  const wanted = { change: newEntry('Kun én gang'), changeId: newId(), now: NOW }
  const answers = await Promise.all(Array.from({ length: 8 }, () => changeAgenda(guest, wanted)))
  const later = await changeAgenda(guest, { ...wanted, now: NOW + MINUTE_MS })
  for (const answer of [...answers, later]) expect(answer).toEqual({ ok: true, value: { version: 1, at: NOW } })
  expect((await getAgenda(meetingId)).agenda.entries).toHaveLength(1)
})

test('another change under an id that was used is refused, and not called done', async () => {
  const { guest, meetingId } = await makeLive()
  const wanted = { change: newEntry('Det ene'), changeId: newId(), now: NOW }
  await changeAgenda(guest, wanted)
  expect(await reasonOf(guest, newEntry('Det andet'), wanted.changeId)).toBe('already-there')
  expect(await changeAgenda(guest, wanted)).toMatchObject({ ok: true, value: { version: 1 } })
  expect((await getAgenda(meetingId)).agenda.entries).toMatchObject([{ text: 'Det ene' }])
})

test('nobody takes over another seat\'s change by its id', async () => {
  const { host, guest, meetingId } = await makeLive()
  const wanted = { change: newEntry('Min'), changeId: newId(), now: NOW }
  await changeAgenda(guest, wanted)
  expect(await reasonOf(host, wanted.change, wanted.changeId)).toBe('already-there')
  expect((await getAgenda(meetingId)).version).toBe(1)
})

test('a refused change leaves version, agenda and events as they were', async () => {
  const { guest, meetingId, items } = await makeLive()
  const before = await getAgenda(meetingId)
  expect(await reasonOf(guest, { kind: 'item-tick', itemId: items[0] ?? '', isDone: true })).toBe('not-allowed')
  expect(await reasonOf(guest, newEntry('   '))).toBe('empty-text')
  expect(await getAgenda(meetingId)).toEqual(before)
  expect(await listAgendaEvents(meetingId, 0)).toEqual([])
})

test('each event names who made it and when, and events are read on from a version', async () => {
  const { host, guest, meetingId, items } = await makeLive()
  const [first, second] = [newId(), newId()]
  await changeAgenda(guest, { change: newEntry('Fra gæsten'), changeId: first, now: NOW })
  await changeAgenda(host, { change: { kind: 'item-start', itemId: items[1] ?? '' }, changeId: second, now: NOW + 1 })
  expect(await listAgendaEvents(meetingId, 1)).toEqual([
    { version: 2, changeId: second, change: { kind: 'item-start', itemId: items[1] }, role: 'host', seatId: host.seat.id, name: 'Mette Holm', at: NOW + 1 },
  ])
  expect(await listAgendaEvents(meetingId, 0, 1)).toMatchObject([{ version: 1, role: 'guest', name: 'Søren Kjær', changeId: first }])
})

test.each<[string, (world: World) => Promise<unknown>, (ChangeRefusal | 'made')[]]>([
  ['before the meeting', async () => {}, ['made', 'made', 'made', 'not-admitted']],
  ['at the door', ({ guest }) => comeToDoor(guest, { readiness: READY, now: NOW }), ['made', 'made', 'made', 'not-admitted']],
  ['inside', goInside, ['made', 'made', 'made', 'made']],
  ['having left', async (world) => { await goInside(world); await leaveDoor(world.guest, NOW) }, ['made', 'made', 'made', 'not-admitted']],
  ['turned away', async ({ host, guest }) => { await come(host); await turnAway(host, { guestSeatId: guest.seat.id, now: NOW }) },
    ['not-allowed', 'not-allowed', 'not-allowed', 'not-allowed']],
  ['after the end', async (world) => { await goInside(world); await endMeeting(world.host, NOW) },
    ['meeting-ended', 'meeting-ended', 'meeting-ended', 'meeting-ended']],
  ['of a meeting called off', ({ meetingId }) => transaction((tx) => cancelMeeting(tx, meetingId, { now: NOW, mail: 'cancellation' })),
    ['meeting-ended', 'meeting-ended', 'meeting-ended', 'meeting-ended']],
])('a guest %s: own points and lines', async (_, bringAbout, expected) => {
  const world = await makeMeeting()
  await bringAbout(world)
  const itemId = newId()
  const text = { title: 'Pris', purpose: '', minutes: 5 }
  const changes: AgendaChange[] = [
    { kind: 'item-add', itemId, ...text, afterItemId: null },
    { kind: 'item-edit', itemId, ...text, minutes: 10 },
    { kind: 'item-remove', itemId },
    newEntry('En linje'),
  ]
  const answers = []
  for (const change of changes) answers.push(await reasonOf(world.guest, change))
  expect(answers).toEqual(expected)
})

test('the host prepares before the meeting, and changes nothing after it', async () => {
  const { host, items } = await makeMeeting()
  expect(await reasonOf(host, newEntry('Husk kontrakten'))).toBe('made')
  await come(host)
  await endMeeting(host, NOW)
  expect(await reasonOf(host, { kind: 'item-tick', itemId: items[0] ?? '', isDone: true })).toBe('meeting-ended')
})

test('the end stops the running item at that instant, as a step like any other', async () => {
  const { host, guest, meetingId, items } = await makeLive()
  await changeAgenda(host, { change: { kind: 'item-start', itemId: items[0] ?? '' }, changeId: newId(), now: NOW })
  expect(await endMeeting(host, NOW + 7 * MINUTE_MS)).toEqual({ ok: true, value: null })
  const { agenda, version } = await getAgenda(meetingId)
  expect(agenda).toMatchObject({ currentItemId: null, items: [{ spentMs: 7 * MINUTE_MS }, { spentMs: 0 }] })
  expect(version).toBe(2)
  expect(await listAgendaEvents(meetingId, 1)).toMatchObject([{ change: { kind: 'item-start', itemId: null }, role: 'host' }])
  expect((await passOf(guest.seat.id)).meeting).toMatchObject({ state: 'ended', endedAt: NOW + 7 * MINUTE_MS })
})

test('the end sends one summary to each seat, however often it is pressed', async () => {
  const { host, meetingId } = await makeLive()
  await Promise.all([endMeeting(host, NOW), endMeeting(host, NOW), endMeeting(host, NOW + 1)])
  expect((await mailsOf(meetingId)).map((row) => row.kind)).toEqual(['summary', 'summary'])
})

test('a meeting that nobody was let into has no summary', async () => {
  const { host, meetingId } = await makeMeeting()
  await come(host)
  await endMeeting(host, NOW)
  expect(await mailsOf(meetingId)).toEqual([])
})

test('a guest ends nothing, and a host ends only what is open', async () => {
  const { host, guest } = await makeMeeting()
  expect(await endMeeting(guest, NOW)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await endMeeting(host, NOW)).toEqual({ ok: false, reason: 'meeting-not-open' })
})

test('changes that race with the end are either in the summary or refused', async () => {
  const { host, guest, meetingId } = await makeLive()
  const racing = Array.from({ length: 20 }, (_, index) => reasonOf(guest, newEntry(`Linje ${index}`)))
  const [, ...answers] = await Promise.all([endMeeting(host, NOW), ...racing])
  const made = answers.filter((answer) => answer === 'made').length
  expect(answers.every((answer) => answer === 'made' || answer === 'meeting-ended')).toBe(true)
  expect((await getAgenda(meetingId)).agenda.entries).toHaveLength(made)
})

test('two guests change their own points, and neither the host\'s', async () => {
  const { meetingId, guest, items } = await makeLive()
  const colleague = await addGuest(meetingId)
  expect(await reasonOf(colleague, { kind: 'item-add', itemId: newId(), title: 'Tidsplan', purpose: '', minutes: 5, afterItemId: null })).toBe('made')
  for (const pass of [guest, colleague]) expect(await reasonOf(pass, { kind: 'item-remove', itemId: items[0] ?? '' })).toBe('not-allowed')
})

test('a template is picked by host, answer and language, and writing it again replaces it', async () => {
  const { hostId } = await makeMeeting()
  const template = { hostId, diagnosis: 'more-courses', locale: 'da' as const, title: 'Kurser', items: [{ title: 'A', purpose: '', minutes: 5 }] }
  const id = await saveTemplate(template, NOW)
  expect(await saveTemplate({ ...template, title: 'Flere kurser' }, NOW)).toBe(id)
  expect(await findTemplateFor(hostId, 'more-courses', 'da')).toEqual({ ...template, id, title: 'Flere kurser' })
  expect(await findTemplateFor(hostId, 'more-courses', 'en')).toBeNull()
  expect(await findTemplateFor(newId(), 'more-courses', 'da')).toBeNull()
  expect(await findTemplate(id)).toMatchObject({ hostId })
  expect(await listTemplates(hostId)).toHaveLength(1)
})

async function makeLive(): Promise<World> {
  const world = await makeMeeting()
  await goInside(world)
  return world
}

async function goInside({ host, guest }: World): Promise<void> {
  await come(guest)
  await come(host)
  await admit(host, { guestSeatId: guest.seat.id, now: NOW })
}

function come(pass: SeatPass) {
  return comeToDoor(pass, { readiness: READY, now: NOW })
}

function newEntry(text: string): AgendaChange {
  return { kind: 'entry-add', entryId: newId(), entryKind: 'decision', itemId: null, text, owner: '', due: '' }
}

async function reasonOf(pass: SeatPass, change: AgendaChange, changeId = newId()): Promise<ChangeRefusal | 'made'> {
  const result = await changeAgenda(pass, { change, changeId, now: NOW })
  return result.ok ? 'made' : result.reason
}

function replay(agenda: Agenda, { change, ...context }: Awaited<ReturnType<typeof listAgendaEvents>>[number]): Agenda {
  const applied = applyChange(agenda, change, context)
  if (!applied.ok) throw new Error(`A recorded step is refused: ${applied.reason}`)
  return applied.value
}

function mailsOf(meetingId: string) {
  return db().select({ kind: mail.kind }).from(mail).where(eq(mail.meetingId, meetingId))
}
