import { useEffect, useRef, useState, type RefObject } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import { noteName, type NoteText } from '../../notes/note.ts'
import type { AgendaInHand } from '../feed/use-agenda-feed.ts'
import { bindTextarea } from './bind-textarea.ts'
import { createNoteDesk, editNote, holdNotes, openNotes, sendUnsent, watchNote, type NoteDesk } from './note-desk.ts'

/** One desk for the page. */
export function useNoteDesk(merged: string): NoteDesk {
  const [desk] = useState(() => createNoteDesk(merged))
  return desk
}

/** Loads what the notes are merged by, once it is wanted; tried again at the next wish. */
export function useNotesLoaded(desk: NoteDesk, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || desk.adapter) return
    import('./note-doc.ts').then(({ noteAdapter }) => openNotes(desk, noteAdapter)).catch(() => null)
  }, [desk, isWanted])
}

/** Joins the notes to the feed. Whoever leaves the page leaves what was typed with the feed, which keeps it. */
export function useNotesSent(desk: NoteDesk, { change, ownNotes }: Pick<AgendaInHand, 'change' | 'ownNotes'>): void {
  const newest = useRef({ change, ownNotes })
  useEffect(() => { newest.current = { change, ownNotes } })
  useEffect(() => {
    desk.feed = {
      send: (update) => newest.current.change({ kind: 'note-update', update }),
      own: () => newest.current.ownNotes(),
    }
    const leaving = new AbortController()
    const leave = () => sendUnsent(desk)
    window.addEventListener('pagehide', leave, { signal: leaving.signal })
    document.addEventListener('visibilitychange', leave, { signal: leaving.signal })
    return () => leaving.abort()
  }, [desk])
}

export function useNotes(desk: NoteDesk): { notes: NoteText[]; isReady: boolean } {
  return useStore(desk.store)
}

/** A text area in which everybody writes in the text of this place. */
export function useNoteArea(desk: NoteDesk, itemId: string | null): RefObject<HTMLTextAreaElement> {
  const ref = useRef<HTMLTextAreaElement>(null)
  const { isReady } = useStore(desk.store)
  useEffect(() => {
    const area = ref.current
    if (!area || !isReady) return
    const name = noteName(itemId)
    return bindTextarea(area, {
      read: () => desk.doc?.text(name) ?? '',
      edit: (edit) => editNote(desk, name, edit),
      watch: (listener) => watchNote(desk, name, listener),
      hold: () => holdNotes(desk),
    })
  }, [desk, itemId, isReady])
  return ref
}
