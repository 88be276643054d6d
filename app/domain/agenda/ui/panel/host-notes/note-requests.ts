import { askApp } from '#app/ui/island/ask-app.ts'
import { parseKept, type HostNote, type NoteRefusal } from '../../../prepare/host-note.ts'

export type NoteOutcome =
  | { kind: 'saved'; version: number }
  /** `notes` are those that are kept now, when another has written meanwhile. */
  | { kind: 'refused'; reason: NoteRefusal; notes: HostNote[] }
  | { kind: 'unsent' }

/** @throws {Error} when they can't be read now. */
export async function fetchNotes(href: string): Promise<HostNote[]> {
  const response = await askApp(href)
  if (!response?.ok) throw new Error(`Notes answered ${response?.status ?? 'nothing'}`)
  return parseKept(await response.json())
}

export async function postNote(href: string, note: HostNote): Promise<NoteOutcome> {
  const response = await askApp(href, { body: note })
  const answered = response && response.status < 500 ? await response.json().catch(() => null) : null
  if (!response || !answered) return { kind: 'unsent' }
  if (response.ok) return { kind: 'saved', version: answered.version }
  return { kind: 'refused', reason: answered.reason ?? 'malformed', notes: parseKept(answered) }
}
