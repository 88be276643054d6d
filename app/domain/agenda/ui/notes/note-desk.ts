import { createStore, type Store } from '#app/ui/island/store.ts'
import { itemIdOf, type NoteText } from '../../notes/note.ts'
import type { TextEdit } from '../../notes/text-edit.ts'
import type { NoteDoc, noteAdapter } from './note-doc.ts'

type Adapter = typeof noteAdapter

/** Hears what becomes of a text that a field shows: an edit by somebody else, or null when it is to be read anew. */
export type NoteListener = (edit: TextEdit | null) => void

/** What is written together, as one tab has it. What comes before the adapter is loaded waits. */
export type NoteDesk = {
  store: Store<{ notes: NoteText[]; isReady: boolean }>
  /** All updates of the server that this tab has heard, the base of everything. */
  heard: string[]
  /** Made here, not yet given to the feed. */
  unsent: Uint8Array[]
  timer: ReturnType<typeof setTimeout> | null
  /** Fields in which letters are being composed; nothing may move under them. */
  held: number
  late: string[]
  doc: NoteDoc | null
  adapter: Adapter | null
  listeners: Map<string, Set<NoteListener>>
  /** Set by whoever joins the desk to the feed, with what is on its way there. */
  feed: { send(update: string): void; own(): { updates: string[]; isBusy: boolean } }
}

/** Keystrokes within this time travel together. */
const TOGETHER_MS = 250

const NO_FEED: NoteDesk['feed'] = { send: () => {}, own: () => ({ updates: [], isBusy: true }) }

export function createNoteDesk(merged: string): NoteDesk {
  return {
    store: createStore<{ notes: NoteText[]; isReady: boolean }>({ notes: [], isReady: false }),
    heard: merged === '' ? [] : [merged], unsent: [], timer: null, held: 0, late: [], doc: null, adapter: null,
    listeners: new Map(), feed: NO_FEED,
  }
}

/** The adapter is here: what came before it is taken in. */
export function openNotes(desk: NoteDesk, adapter: Adapter): void {
  desk.adapter = adapter
  rebuild(desk)
}

/** Takes in an update of the server, whoever made it. */
export function hearUpdate(desk: NoteDesk, update: string): void {
  if (update === '') return
  desk.heard.push(update)
  if (desk.held > 0) desk.late.push(update)
  else if (desk.doc) takeIn(desk, desk.doc, [update])
}

/** Makes an edit that was typed here. */
export function editNote(desk: NoteDesk, name: string, edit: TextEdit): void {
  desk.doc?.edit(name, edit)
  show(desk)
}

/** Makes an edit that no field shows yet, as when a line is taken out of a text. */
export function changeNote(desk: NoteDesk, name: string, edit: TextEdit): void {
  editNote(desk, name, edit)
  tell(desk, name, edit)
}

/** Keeps everybody else's updates back until the answer is called, as while letters are being composed. */
export function holdNotes(desk: NoteDesk): () => void {
  desk.held += 1
  return () => {
    desk.held -= 1
    if (desk.held === 0 && desk.doc) takeIn(desk, desk.doc, desk.late.splice(0))
  }
}

export function watchNote(desk: NoteDesk, name: string, listener: NoteListener): () => void {
  const listeners = desk.listeners.get(name) ?? new Set()
  desk.listeners.set(name, listeners.add(listener))
  return () => listeners.delete(listener)
}

/** Gives to the feed what is unsent; what it has, it keeps through a reload of the page. */
export function sendUnsent(desk: NoteDesk): void {
  if (desk.timer !== null) clearTimeout(desk.timer)
  desk.timer = null
  for (const update of desk.adapter?.packUpdates(desk.unsent.splice(0)) ?? []) desk.feed.send(update)
}

/** The server took an update not in: the notes are as they are without it, and what is still on its way stays. */
export function dropRefused(desk: NoteDesk): void {
  if (desk.adapter) rebuild(desk)
}

function rebuild(desk: NoteDesk): void {
  const { adapter } = desk
  if (!adapter) return
  const onWay = [...desk.feed.own().updates, ...adapter.packUpdates(desk.unsent)]
  const doc = adapter.createNoteDoc({
    onHeard: (name, edit) => tell(desk, name, edit),
    onOwn(update) {
      desk.unsent.push(update)
      later(desk)
    },
  })
  desk.doc = null
  desk.late = []
  for (const update of [...desk.heard, ...onWay]) doc.hear(update)
  desk.doc = doc
  for (const name of desk.listeners.keys()) tell(desk, name, null)
  show(desk)
}

function takeIn(desk: NoteDesk, doc: NoteDoc, updates: string[]): void {
  for (const update of updates) doc.hear(update)
  show(desk)
}

/** One update at a time is on its way: what is typed meanwhile goes with the next. */
function later(desk: NoteDesk): void {
  desk.timer ??= setTimeout(() => {
    desk.timer = null
    if (desk.feed.own().isBusy) later(desk)
    else sendUnsent(desk)
  }, TOGETHER_MS)
}

function tell({ listeners, doc }: NoteDesk, name: string, edit: TextEdit | null): void {
  if (doc) for (const listener of listeners.get(name) ?? []) listener(edit)
}

function show({ store, doc }: NoteDesk): void {
  const notes = Object.entries(doc?.texts() ?? {}).flatMap(([name, text]) => {
    const itemId = itemIdOf(name)
    return itemId === undefined || text === '' ? [] : [{ itemId, text }]
  })
  store.write({ notes, isReady: doc !== null })
}
