import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { writeNote } from '#app/domain/agenda/notes/commands.server.ts'
import { updateToText } from '#app/domain/agenda/notes/crdt.server.ts'
import { base64Of, NOTE_LIMITS } from '#app/domain/agenda/notes/note.ts'
import { getRecord, getWhole, listNotes } from '#app/domain/agenda/notes/queries.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { endMeeting } from '#app/domain/agenda/end.server.ts'
import { leaveDoor, turnAway } from '#app/domain/meeting/door/door.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { db } from '#db/client.server.ts'
import { agendaNote } from '#db/schema.server.ts'
import { useDatabase } from '../../../support/database.ts'
import { makeMeeting, NOW, passOf } from '../../../support/meetings.ts'
import { follow, makeLive, useFeed } from '../../../support/room-feed.ts'

useDatabase()
useFeed()

test('a keystroke is a version of its own, and the stored agenda is not written anew', async () => {
  const { guest, meetingId } = await makeLive()
  const before = await getAgenda(meetingId)
  const update = updateOf('Vi begynder i januar.')
  expect(await changeAgenda(guest, { change: { kind: 'note-update', update }, changeId: newId(), now: NOW })).toEqual({ ok: true, value: { version: 1, at: NOW } })
  expect(await getAgenda(meetingId)).toEqual({ version: 1, agenda: before.agenda })
  expect(await listNotes(meetingId)).toEqual([{ itemId: null, text: 'Vi begynder i januar.' }])
  expect((await getRecord(meetingId)).agenda.entries).toMatchObject([{ kind: 'note', text: 'Vi begynder i januar.' }])
})

test('the others get the update as a step, and a browser that comes new gets all in one', async () => {
  const { guest, host, meetingId } = await makeLive()
  const reader = follow(host)
  const update = updateOf('Hej')
  await changeAgenda(guest, { change: { kind: 'note-update', update }, changeId: newId(), now: NOW })
  const step = (await reader.until((events) => events.some(({ event }) => event === 'change'))).find(({ event }) => event === 'change')
  expect(step?.data).toMatchObject({ version: 1, change: { kind: 'note-update', update }, seatId: guest.seat.id })
  const whole = (await follow(host, { afterVersion: null }).until((events) => events.some(({ event }) => event === 'agenda'))).find(({ event }) => event === 'agenda')
  expect(whole?.data).toMatchObject({ version: 1, notes: (await getWhole(meetingId)).notes })
})

test('fifty keystrokes at once are all in the text', async () => {
  const { guest, host, meetingId } = await makeLive()
  await Promise.all(Array.from({ length: 50 }, (_, index) => send(index % 2 ? host : guest, updateOf(`<${index}>`))))
  const [note] = await listNotes(meetingId)
  for (let index = 0; index < 50; index += 1) expect(note?.text).toContain(`<${index}>`)
  expect((await getWhole(meetingId)).version).toBe(50)
})

test('a refused update leaves version, notes and events as they were', async () => {
  const { guest, meetingId } = await makeLive()
  await send(guest, updateOf('Hej'))
  const before = await getWhole(meetingId)
  expect(await send(guest, base64Of(new Uint8Array([1, 2, 3, 4, 5, 6])))).toBe('bad-note')
  expect(await send(guest, 'ikke base64')).toBe('bad-note')
  expect(await send(guest, 'A'.repeat(100_000))).toBe('too-long')
  expect(await send(guest, updateOf('x'.repeat(NOTE_LIMITS.text)))).toBe('too-long')
  await db().update(agendaNote).set({ logBytes: NOTE_LIMITS.log }).where(eq(agendaNote.meetingId, meetingId))
  expect(await send(guest, updateOf('mere'))).toBe('too-many')
  expect(await getWhole(meetingId)).toEqual(before)
  const [count] = await db().execute(sql`SELECT count(*)::int AS count FROM agenda_event WHERE meeting_id = ${meetingId}`)
  expect(count).toEqual({ count: 1 })
})

test('who may not write, writes no notes', async () => {
  const early = await makeMeeting()
  expect(await send(early.guest, updateOf('Hej'))).toBe('not-admitted')
  const left = await makeLive()
  await leaveDoor(left.guest, NOW)
  expect(await send(left.guest, updateOf('Hej'))).toBe('not-admitted')
  const sent = await makeLive()
  await turnAway(sent.host, { guestSeatId: sent.guest.seat.id, now: NOW })
  expect(await send(await passOf(sent.guest.seat.id), updateOf('Hej'))).toBe('not-allowed')
  const over = await makeLive()
  await endMeeting(over.host, NOW)
  expect(await send(over.guest, updateOf('Hej'))).toBe('meeting-ended')
})

test('a page without a script sends back its whole text, and what others wrote meanwhile stays', async () => {
  const { guest, host, meetingId } = await makeLive()
  const write = (pass: SeatPass, version: number, text: string) => writeNote(pass, { version, itemId: null, text }, NOW)
  expect(await write(host, 0, 'Mål: ti møder.\nPris: ?\n')).toEqual({ ok: true, value: null })
  const { version } = await getWhole(meetingId)
  await write(guest, version, 'Mål: tolv møder.\nPris: ?\n')
  await write(host, version, 'Mål: ti møder.\nPris: ?\nEjer: Søren')
  expect(await listNotes(meetingId)).toEqual([{ itemId: null, text: 'Mål: tolv møder.\nPris: ?\nEjer: Søren' }])
  expect(await write(host, version, 'Mål: ti møder.\nPris: ?\n')).toEqual({ ok: true, value: null })
  expect((await getWhole(meetingId)).version).toBe(3)
  expect(await write(host, version, 'x'.repeat(20_001))).toEqual({ ok: false, reason: 'too-long' })
  expect(await write(host, 9_999, 'Alt nyt')).toEqual({ ok: true, value: null })
})

function updateOf(text: string): string {
  return base64Of(updateToText([], { itemId: null, text }) ?? new Uint8Array())
}

async function send(pass: SeatPass, update: string): Promise<string> {
  const result = await changeAgenda(pass, { change: { kind: 'note-update', update }, changeId: newId(), now: NOW })
  return result.ok ? 'made' : result.reason
}
