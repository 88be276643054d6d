import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { updateToText } from '#app/domain/agenda/notes/crdt.server.ts'
import { base64Of, NOTE_LIMITS, noteName } from '#app/domain/agenda/notes/note.ts'
import { noteAdapter as adapter } from '#app/domain/agenda/ui/notes/note-doc.ts'
import {
  changeNote, createNoteDesk, dropRefused, editNote, hearUpdate, holdNotes, openNotes, sendUnsent, watchNote, type NoteDesk,
} from '#app/domain/agenda/ui/notes/note-desk.ts'

const NAME = noteName(null)
const heard = (text: string) => base64Of(updateToText([], { itemId: null, text }) ?? new Uint8Array())
const typed = (insert: string, at = 0, remove = 0) => ({ at, remove, insert })

let sent: string[]
let own: { updates: string[]; isBusy: boolean }

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  own = { updates: [], isBusy: false }
})
afterEach(() => { vi.useRealTimers() })

test('what comes before the adapter is here waits for it', () => {
  const desk = createNoteDesk(heard('Fra siden. '))
  hearUpdate(desk, heard('Fra strømmen.'))
  hearUpdate(desk, '')
  expect(desk.store.read()).toEqual({ notes: [], isReady: false })
  openNotes(desk, adapter)
  const [note] = desk.store.read().notes
  expect(note?.text).toContain('Fra siden.')
  expect(note?.text).toContain('Fra strømmen.')
})

test('keystrokes travel together, one update at a time', () => {
  const desk = open()
  for (const letter of 'olleH') editNote(desk, NAME, typed(letter))
  expect(sent).toEqual([])
  vi.advanceTimersByTime(300)
  expect(sent.map(adapter.wordsIn).map((words) => [...words].sort().join(''))).toEqual(['Hello'])
  own.isBusy = true
  editNote(desk, NAME, typed('!'))
  vi.advanceTimersByTime(5_000)
  expect(sent).toHaveLength(1)
  own.isBusy = false
  vi.advanceTimersByTime(300)
  expect(sent).toHaveLength(2)
})

test('whoever leaves the page leaves everything with the feed', () => {
  const desk = open()
  own.isBusy = true
  editNote(desk, NAME, typed('Hej'))
  sendUnsent(desk)
  sendUnsent(desk)
  expect(sent.map(adapter.wordsIn)).toEqual(['Hej'])
})

test('a field hears what others write and not what it wrote itself', () => {
  const desk = open()
  const told: unknown[] = []
  const stop = watchNote(desk, NAME, (edit) => told.push(edit))
  editNote(desk, NAME, typed('Mit'))
  expect(told).toEqual([])
  hearUpdate(desk, heard('Dit'))
  expect(told).toHaveLength(1)
  changeNote(desk, NAME, typed('', 0, 3))
  expect(told).toHaveLength(2)
  stop()
  hearUpdate(desk, heard('Mere'))
  expect(told).toHaveLength(2)
})

test('nothing moves under letters that are being composed', () => {
  const desk = open()
  const release = holdNotes(desk)
  hearUpdate(desk, heard('Dit'))
  expect(desk.store.read().notes).toEqual([])
  release()
  expect(desk.store.read().notes).toEqual([{ itemId: null, text: 'Dit' }])
})

test('a refused update goes from the text, and what is still on its way stays', () => {
  const desk = open()
  const told: unknown[] = []
  editNote(desk, NAME, typed('Afvist'))
  sendUnsent(desk)
  hearUpdate(desk, heard('Kept'))
  watchNote(desk, NAME, (edit) => told.push(edit))
  dropRefused(desk)
  expect(desk.store.read().notes).toEqual([{ itemId: null, text: 'Kept' }])
  expect(told).toEqual([null])
  editNote(desk, NAME, typed('Nyt '))
  own.updates = [heard('Undervejs ')]
  dropRefused(desk)
  const [note] = desk.store.read().notes
  for (const words of ['Kept', 'Nyt', 'Undervejs']) expect(note?.text).toContain(words)
  expect(note?.text).not.toContain('Afvist')
})

test('much that was typed without a line goes in as few updates as their bound allows', () => {
  const desk = open()
  for (let index = 0; index < 8; index += 1) editNote(desk, noteName(`aaaaaaaa-0000-4000-8000-00000000000${index}`), typed('æ'.repeat(15_000)))
  sendUnsent(desk)
  expect(sent).toHaveLength(4)
  for (const update of sent) expect(update.length).toBeLessThanOrEqual(Math.ceil(NOTE_LIMITS.update / 3) * 4)
})

function open(): NoteDesk {
  const desk = createNoteDesk('')
  desk.feed = { send: (update) => sent.push(update), own: () => own }
  openNotes(desk, adapter)
  return desk
}
