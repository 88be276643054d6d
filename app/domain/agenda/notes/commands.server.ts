import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import { changeAgenda } from '../commands.server.ts'
import type { ChangeRefusal } from '../change.ts'
import { updateToText } from './crdt.server.ts'
import { base64Of, NOTE_LIMITS, type NoteText } from './note.ts'
import { listNoteUpdates } from './queries.server.ts'

/** A text as a page without a script sends it back: `version` is that of the agenda when the page was drawn. */
export type SentNote = NoteText & { version: number }

/** Writes what a page without a script sent: only what differs from the text that it showed is changed. */
export async function writeNote(pass: SeatPass, { version, itemId, text }: SentNote, now: number): Promise<Result<null, ChangeRefusal>> {
  if (text.length > NOTE_LIMITS.text) return refuse('too-long')
  const update = updateToText(await listNoteUpdates(pass.meeting.id, version), { itemId, text })
  if (!update) return ok(null)
  const changed = await changeAgenda(pass, { change: { kind: 'note-update', update: base64Of(update) }, changeId: newId(), now })
  return changed.ok ? ok(null) : changed
}
