import { useEffect, useState } from 'react'
import { withNote, type HostNote } from '../../../prepare/host-note.ts'
import { fetchNotes, postNote, type NoteOutcome } from './note-requests.ts'

export type NotesInHand = {
  /** Null while they have not come. */
  notes: HostNote[] | null
  hasFailed: boolean
  tryAgain: () => void
  save: (note: HostNote) => Promise<NoteOutcome>
}

/** What this page has fetched: the section moves from point to point, and is not fetched anew at each. */
const known = new Map<string, HostNote[]>()

/** The host's own notes: fetched for the host's page alone, and never part of what the agenda's feed carries. */
export function useHostNotes(href: string): NotesInHand {
  const [notes, setNotes] = useState<HostNote[] | null>(() => known.get(href) ?? null)
  const [tries, setTries] = useState(0)
  const [failedAt, setFailedAt] = useState(-1)
  useEffect(() => {
    if (known.has(href)) return
    fetchNotes(href).then(setNotes).catch(() => setFailedAt(tries))
  }, [href, tries])
  useEffect(() => {
    if (notes) known.set(href, notes)
  }, [href, notes])

  async function save(note: HostNote): Promise<NoteOutcome> {
    const outcome = await postNote(href, note)
    if (outcome.kind === 'saved') setNotes((before) => withNote(before ?? [], { ...note, version: outcome.version }))
    if (outcome.kind === 'refused' && outcome.reason === 'stale') setNotes(outcome.notes)
    return outcome
  }
  return { notes, hasFailed: failedAt === tries, tryAgain: () => setTries(tries + 1), save }
}
