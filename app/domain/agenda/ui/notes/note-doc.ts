import * as Y from 'yjs'
import { base64Of, bytesOf, NOTE_LIMITS } from '../../notes/note.ts'
import { oneEdit, type TextEdit } from '../../notes/text-edit.ts'

/** The notes in this browser. This file and the server's adapter alone know what an update is made of. */
export type NoteDoc = {
  /** Takes in an update from elsewhere: in any order, and as often as it comes. */
  hear(update: string): void
  edit(name: string, edit: TextEdit): void
  text(name: string): string
  /** Every text, by its name. */
  texts(): Record<string, string>
}

/** All that is loaded together, once notes are wanted. */
export const noteAdapter = { createNoteDoc, packUpdates, wordsIn }

const OWN = 'own'

/**
 * @param on `onOwn` gets each update that was made here, `onHeard` the name of a text that somebody else changed, and how.
 */
function createNoteDoc(on: { onOwn(update: Uint8Array): void; onHeard(name: string, edit: TextEdit): void }): NoteDoc {
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array, origin: unknown) => origin === OWN && on.onOwn(update))
  const texts = () => Object.fromEntries([...doc.share.keys()].map((name) => [name, doc.getText(name).toString()]))
  return {
    hear(update) {
      const before = texts()
      Y.applyUpdate(doc, bytesOf(update))
      for (const [name, text] of Object.entries(texts())) {
        const edit = oneEdit(before[name] ?? '', text)
        if (edit) on.onHeard(name, edit)
      }
    },
    edit(name, { at, remove, insert }) {
      const text = doc.getText(name)
      doc.transact(() => {
        text.delete(at, remove)
        text.insert(at, insert)
      }, OWN)
    },
    text: (name) => doc.getText(name).toString(),
    texts,
  }
}

/** Updates as few as their bound allows, in base64. */
function packUpdates(updates: readonly Uint8Array[]): string[] {
  const packs: Uint8Array[][] = []
  let bytes = 0
  for (const update of updates) {
    bytes += update.length
    if (packs.length === 0 || bytes > NOTE_LIMITS.update) [bytes] = [update.length, packs.push([])]
    packs.at(-1)?.push(update)
  }
  return packs.map((pack) => base64Of(Y.mergeUpdates(pack)))
}

/** The words that an update brings, so that a refused one can be given back; empty when it only takes away. */
function wordsIn(update: string): string {
  const { structs } = Y.decodeUpdate(bytesOf(update))
  return structs.map((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '')).join('')
}
