import { parseKept, type HostNote, type NoteRefusal } from '../../../prepare/host-note.ts'

export type NoteOutcome =
  | { kind: 'saved'; version: number }
  /** `notes` are those that are kept now, when another has written meanwhile. */
  | { kind: 'refused'; reason: NoteRefusal; notes: HostNote[] }
  | { kind: 'unsent' }

const ANSWER_WITHIN_MS = 8_000

/** @throws {Error} when they can't be read now. */
export async function fetchNotes(href: string): Promise<HostNote[]> {
  const response = await fetch(href, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
  if (!response.ok) throw new Error(`Notes answered ${response.status}`)
  return parseKept(await response.json())
}

export async function postNote(href: string, note: HostNote): Promise<NoteOutcome> {
  try {
    const response = await fetch(href, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(note),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    if (response.status >= 500) return { kind: 'unsent' }
    const answered = await response.json()
    if (response.ok) return { kind: 'saved', version: answered.version }
    return { kind: 'refused', reason: answered.reason ?? 'malformed', notes: parseKept(answered) }
  } catch {
    return { kind: 'unsent' }
  }
}
