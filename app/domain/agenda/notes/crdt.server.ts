import * as Y from 'yjs'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { cleanText } from '#app/kernel/text.ts'
import type { ChangeRefusal } from '../change.ts'
import { itemIdOf, NOTE_LIMITS, noteName, type NoteText } from './note.ts'
import { textEdits } from './text-edit.ts'

/** `clients` are the ids under which the update added something; one that was there already adds nothing. */
type Merged = Result<{ state: Uint8Array; clients: number[] }, Extract<ChangeRefusal, 'bad-note' | 'too-long' | 'too-many'>>

/** The notes with one more update. It must be whole in itself: one that waits for another that never came is refused. */
export function mergeUpdate(state: Uint8Array | null, update: Uint8Array): Merged {
  const doc = new Y.Doc()
  const clients: number[] = []
  try {
    if (state) Y.applyUpdate(doc, state)
    const before = clocksOf(doc)
    Y.applyUpdate(doc, update)
    if (doc.store.pendingStructs ?? doc.store.pendingDs) return refuse('bad-note')
    const names = [...doc.share.keys()]
    if (names.some((name) => itemIdOf(name) === undefined)) return refuse('bad-note')
    if (names.some((name) => doc.getText(name).length > NOTE_LIMITS.text)) return refuse('too-long')
    for (const [client, clock] of clocksOf(doc)) if (before.get(client) !== clock) clients.push(client)
  } catch {
    return refuse('bad-note')
  }
  const merged = Y.encodeStateAsUpdate(doc)
  return merged.length > NOTE_LIMITS.merged ? refuse('too-many') : ok({ state: merged, clients })
}

/** Every text that stands in the notes, in an order that is always the same; that of the whole meeting last. */
export function readNotes(state: Uint8Array | null): NoteText[] {
  const doc = docOf(state ? [state] : [])
  return [...doc.share.keys()].toSorted().flatMap((name) => {
    const itemId = itemIdOf(name)
    const text = itemId === undefined ? '' : cleanText(doc.getText(name).toString())
    return text && itemId !== undefined ? [{ itemId, text }] : []
  })
}

/** One text, as it was after these updates; empty while nobody has written in it. */
export function textAfter(updates: Uint8Array[], itemId: string | null): string {
  return cleanText(docOf(updates).getText(noteName(itemId)).toString())
}

/**
 * The update that makes of a text, as it was after these updates, the text that somebody sent back. What others wrote
 * since stays where they wrote it. Null when nothing was changed.
 */
export function updateToText(updates: Uint8Array[], { itemId, text }: NoteText): Uint8Array | null {
  const doc = docOf(updates)
  const before = Y.encodeStateVector(doc)
  const note = doc.getText(noteName(itemId))
  // The page showed it without the space around it, which is nobody's change.
  const shown = cleanText(note.toString())
  const start = note.toString().indexOf(shown)
  // Nor is the space around what comes back, or two who send at once would each add a line.
  const sent = cleanText(text)
  const edits = start < 0 ? textEdits(note.toString(), sent) : textEdits(shown, sent)
  for (const { at, remove, insert } of edits) {
    note.delete(at + Math.max(0, start), remove)
    note.insert(at + Math.max(0, start), insert)
  }
  return edits.length === 0 ? null : Y.encodeStateAsUpdate(doc, before)
}

/** How much each client id has written. */
function clocksOf(doc: Y.Doc): Map<number, number> {
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

function docOf(updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
