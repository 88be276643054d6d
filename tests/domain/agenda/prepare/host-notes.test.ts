import { expect, test } from 'vitest'
import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import { NOTE_LENGTH, noteAt, readHostNote, type HostNote } from '#app/domain/agenda/prepare/host-note.ts'
import { listHostNotes, saveHostNote } from '#app/domain/agenda/prepare/host-notes.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { askFor, makeDesk } from '../../../support/booking-world.ts'
import { useDatabase } from '../../../support/database.ts'
import { makeMeeting, NOW, passOf } from '../../../support/meetings.ts'

useDatabase()

const noteFor = (itemId: string | null, given: Partial<HostNote> = {}): HostNote => ({ itemId, questions: '', text: 'Lyt.', version: 0, ...given })

test('a meeting is booked with what its template has for the host, and none of it is in the agenda', async () => {
  await makeDesk()
  const booked = await bookSlot(askFor(), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  const { meeting } = await passOf(booked.value.guestSeatId)
  const [{ agenda }, notes] = [await getAgenda(meeting.id), await listHostNotes(meeting.id)]
  expect(notes).toHaveLength(agenda.items.length)
  const [first] = agenda.items
  const note = noteAt(notes, first?.id ?? '')
  expect(note.questions).toContain('tiden var godt brugt')
  for (const { questions, text } of notes) {
    for (const line of [...questions.split('\n'), ...text.split('\n')]) expect(JSON.stringify(agenda)).not.toContain(line)
  }
})

test('the host writes, writes again, and writes for the whole meeting', async () => {
  const { host, items: [itemId = ''] } = await makeMeeting()
  expect(await saveHostNote(host, noteFor(itemId), NOW)).toEqual({ ok: true, value: 1 })
  expect(await saveHostNote(host, noteFor(itemId, { text: 'Lyt mere.', version: 1 }), NOW)).toEqual({ ok: true, value: 2 })
  expect(await saveHostNote(host, noteFor(null, { questions: 'Hvad?' }), NOW)).toEqual({ ok: true, value: 1 })
  expect(await listHostNotes(host.meeting.id)).toEqual(expect.arrayContaining([
    noteFor(itemId, { text: 'Lyt mere.', version: 2 }), noteFor(null, { questions: 'Hvad?', version: 1 }),
  ]))
})

test('nobody writes over what was written meanwhile, and the same text again is no change', async () => {
  const { host, items: [itemId = ''] } = await makeMeeting()
  await saveHostNote(host, noteFor(itemId), NOW)
  expect(await saveHostNote(host, noteFor(itemId, { text: 'Fra en anden fane' }), NOW)).toEqual({ ok: false, reason: 'stale' })
  expect(await saveHostNote(host, noteFor(itemId), NOW)).toEqual({ ok: true, value: 1 })
  const both = await Promise.all(['A', 'B'].map((text) => saveHostNote(host, noteFor(itemId, { text, version: 1 }), NOW)))
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('a guest has no notes here, an item that never was has none, and too much is refused whole', async () => {
  const { host, guest, items: [itemId = ''] } = await makeMeeting()
  expect(await saveHostNote(guest, noteFor(itemId), NOW)).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await saveHostNote(host, noteFor(newId()), NOW)).toEqual({ ok: false, reason: 'no-such-item' })
  expect(await saveHostNote(host, noteFor(itemId, { text: 'x'.repeat(NOTE_LENGTH + 1) }), NOW)).toEqual({ ok: false, reason: 'too-long' })
  expect(await listHostNotes(host.meeting.id)).toEqual([])
})

test('the note of an item that was removed stays, and can still be written', async () => {
  const { host, items: [itemId = ''] } = await makeMeeting()
  await saveHostNote(host, noteFor(itemId), NOW)
  await changeAgenda(host, { change: { kind: 'item-remove', itemId }, changeId: newId(), now: NOW })
  expect(await saveHostNote(host, noteFor(itemId, { text: 'Til næste gang', version: 1 }), NOW)).toEqual({ ok: true, value: 2 })
})

test('what none of our forms sends is no note, and markup is text', () => {
  const itemId = newId()
  const bad = [{}, { version: 1.5 }, { version: 'x' }, { version: 0, itemId: 'x' }, { version: 0, text: 7 }, { version: 0, itemId: {} }]
  expect(bad.map(readHostNote)).toEqual(bad.map(() => null))
  const text = '<script>alert(1)</script>'
  expect(readHostNote({ itemId, questions: '', text, version: '3' })).toEqual({ itemId, questions: '', text, version: 3 })
  expect(readHostNote({ itemId: '', version: '0' })).toEqual({ itemId: null, questions: '', text: '', version: 0 })
})
