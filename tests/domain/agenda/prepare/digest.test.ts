import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import type { AgendaChange } from '#app/domain/agenda/change.ts'
import { digestOf, dueOf } from '#app/domain/agenda/prepare/digest/digest.ts'
import { tellOfChanges } from '#app/domain/agenda/prepare/digest/tell.server.ts'
import { draftAgenda } from '#app/domain/agenda/template.ts'
import { cancelMeeting } from '#app/domain/meeting/schedule.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import { db, transaction } from '#db/client.server.ts'
import { agendaDigest, mail } from '#db/schema.server.ts'
import { CAST } from '../../../../db/seeds/cast.ts'
import { useDatabase } from '../../../support/database.ts'
import { addGuest, makeMeeting, NOW, type World } from '../../../support/meetings.ts'

useDatabase()

const SOREN = CAST.soren.name

const prepared = () => makeMeeting({ startsAt: NOW + 5 * DAY_MS })
const add = (title: string, itemId = newId()): AgendaChange => ({ kind: 'item-add', itemId, title, purpose: '', minutes: 5, afterItemId: null })

async function change(pass: SeatPass, wanted: AgendaChange, now = NOW): Promise<void> {
  const made = await changeAgenda(pass, { change: wanted, changeId: newId(), now })
  if (!made.ok) throw new Error(made.reason)
}

async function told({ meetingId }: World) {
  const rows = await db().select().from(mail).where(eq(mail.meetingId, meetingId))
  return rows.filter(({ kind }) => kind === 'agenda-changed').map(({ seatId, snapshot }) => ({ seatId, changed: snapshot?.changed }))
}

test('many edits of a guest are one mail to the host, an hour later, and nothing to the guests', async () => {
  const world = await prepared()
  await change(world.guest, add('Vores CRM'))
  await change(world.guest, { kind: 'item-mark', itemId: world.items[1] ?? '', isImportant: true })
  await change(world.guest, { kind: 'question-add', itemId: world.items[1] ?? '', questionId: newId(), text: 'Hvornår?' })
  expect(await told(world)).toEqual([])
  const [noted] = await db().select().from(agendaDigest).where(eq(agendaDigest.meetingId, world.meetingId))
  expect(noted).toMatchObject({ side: 'host', dueAt: new Date(NOW + HOUR_MS) })
  await tellOfChanges({ meetingId: world.meetingId }, NOW + HOUR_MS)
  const [only, ...more] = await told(world)
  expect(more).toEqual([])
  expect(only?.seatId).toBe(world.host.seat.id)
  expect(only?.changed).toEqual(expect.arrayContaining([
    { kind: 'added', title: 'Vores CRM', by: SOREN }, { kind: 'important', title: 'Hvad fylder hos jer', by: SOREN },
    { kind: 'asked', title: 'Hvad fylder hos jer', text: 'Hvornår?', by: SOREN },
  ]))
})

test('of several guests the host is told who did what', async () => {
  const world = await prepared()
  const colleague = await addGuest(world.meetingId)
  const [mine, theirs] = [newId(), newId()]
  await change(world.guest, add('Sørens', mine))
  await change(colleague, add('Aminas', theirs))
  await change(colleague, { kind: 'item-mark', itemId: mine, isImportant: true })
  await tellOfChanges(world, NOW + HOUR_MS)
  expect((await told(world))[0]?.changed).toEqual([
    { kind: 'added', title: 'Sørens', by: SOREN }, { kind: 'important', title: 'Sørens', by: CAST.amina.name },
    { kind: 'added', title: 'Aminas', by: CAST.amina.name },
  ])
})

test('the next mail comes a day after the last at the earliest, with what is new since', async () => {
  const world = await prepared()
  await change(world.guest, add('Første'))
  await tellOfChanges(world, NOW + HOUR_MS)
  await change(world.guest, add('Andet'), NOW + 2 * HOUR_MS)
  await tellOfChanges(world, NOW + 3 * HOUR_MS)
  expect(await told(world)).toHaveLength(1)
  await tellOfChanges(world, NOW + HOUR_MS + DAY_MS)
  expect((await told(world)).at(-1)?.changed).toEqual([{ kind: 'added', title: 'Andet', by: SOREN }])
})

test('the host’s edits go to every guest, once each', async () => {
  const world = await prepared()
  const colleague = await addGuest(world.meetingId)
  await change(world.host, { kind: 'item-move', itemId: world.items[1] ?? '', beforeItemId: world.items[0] ?? '' })
  await tellOfChanges(world, NOW + HOUR_MS)
  await tellOfChanges(world, NOW + HOUR_MS)
  expect((await told(world)).map(({ seatId }) => seatId).sort()).toEqual([world.guest.seat.id, colleague.seat.id].sort())
  expect((await told(world))[0]?.changed).toEqual([{ kind: 'order', title: '' }])
})

test('each side hears of the other’s changes alone', async () => {
  const world = await prepared()
  await change(world.guest, add('Gæstens'))
  await change(world.host, add('Værtens'))
  await tellOfChanges(world, NOW + HOUR_MS)
  const bySeat = new Map((await told(world)).map(({ seatId, changed }) => [seatId, changed]))
  expect(bySeat.get(world.host.seat.id)).toEqual([{ kind: 'added', title: 'Gæstens', by: SOREN }])
  expect(bySeat.get(world.guest.seat.id)).toEqual([{ kind: 'added', title: 'Værtens' }])
})

test('what was taken back, a meeting that has begun and one that is off are told to nobody', async () => {
  const [undone, begun, off] = [await prepared(), await prepared(), await prepared()]
  const itemId = newId()
  await change(undone.guest, add('Fortrudt', itemId))
  await change(undone.guest, { kind: 'item-remove', itemId })
  await tellOfChanges(undone, NOW + HOUR_MS)
  await change(begun.guest, add('For sent'))
  await tellOfChanges(begun, NOW + 5 * DAY_MS)
  await change(off.guest, add('Aflyst'))
  await transaction((tx) => cancelMeeting(tx, off.meetingId, { now: NOW, mail: 'cancellation' }))
  await tellOfChanges(off, NOW + HOUR_MS)
  for (const world of [undone, begun, off]) expect(await told(world)).toEqual([])
  await change(undone.guest, add('Alligevel'), NOW + 2 * HOUR_MS)
  await tellOfChanges(undone, NOW + 3 * HOUR_MS)
  expect(await told(undone)).toHaveLength(1)
})

test('nothing is noted once the meeting has begun', async () => {
  const world = await makeMeeting()
  await change(world.host, add('Under mødet'), NOW + HOUR_MS)
  expect(await db().select().from(agendaDigest).where(eq(agendaDigest.meetingId, world.meetingId))).toEqual([])
})

test('a digest gathers for an hour, hurries before the start, and never comes twice in a day', () => {
  const startsAt = NOW + 5 * DAY_MS
  expect(dueOf({ toldAt: null, startsAt }, NOW)).toBe(NOW + HOUR_MS)
  expect(dueOf({ toldAt: null, startsAt: NOW + HOUR_MS / 2 }, NOW)).toBe(NOW)
  expect(dueOf({ toldAt: NOW - HOUR_MS, startsAt }, NOW)).toBe(NOW - HOUR_MS + DAY_MS)
  expect(dueOf({ toldAt: NOW - 3 * DAY_MS, startsAt }, NOW)).toBe(NOW + HOUR_MS)
})

test('a digest is short, however much was changed', () => {
  const base = draftAgenda([])
  const many = draftAgenda(Array.from({ length: 60 }, (_, index) => ({ title: `Punkt ${index}`, purpose: '', minutes: 5 })))
  expect(digestOf(base, many, new Map(many.items.map(({ id }) => [id, null])))).toHaveLength(30)
  expect(digestOf(base, many, new Map())).toEqual([])
})
