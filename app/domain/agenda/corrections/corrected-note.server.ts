import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { cleanText } from '#app/kernel/text.ts'
import type { Transaction } from '#db/client.server.ts'
import { textAfter, updateToText } from '../notes/crdt.server.ts'
import { mergeLines } from '../notes/merge-lines.ts'
import { base64Of, itemIdOf, NOTE_LIMITS } from '../notes/note.ts'
import { findNoteState, listNoteUpdates } from '../notes/queries.server.ts'
import type { Corrected, CorrectionRefusal, NoteCorrection } from './correction.ts'

/** The text as somebody sent it back, and the meeting whose agenda is locked at `version`. */
type SentBack = { asked: NoteCorrection; meetingId: string; version: number }

/**
 * What puts a text right that was written together; null when nothing is to change. Lines that somebody else put right
 * since the page was drawn stay as they are now. Where both changed the same ones it is refused: nobody watches this text
 * while it is written, so what nobody wrote would stand in the record.
 */
export async function correctedNote(
  tx: Transaction, { asked, meetingId, version }: SentBack,
): Promise<Result<Corrected | null, CorrectionRefusal>> {
  const itemId = itemIdOf(asked.entryId)
  const state = await findNoteState(meetingId, tx)
  if (itemId === undefined || !state) return refuse('no-such-entry')
  const kept = textAfter([state], itemId)
  const sent = cleanText(asked.text)
  if (kept === '') return refuse('no-such-entry')
  if (sent === '') return refuse('empty-text')
  const shown = asked.version >= version ? kept : textAfter(await listNoteUpdates(meetingId, asked.version, tx), itemId)
  const text = mergeLines(shown, kept, sent)
  if (text === null) return refuse('changed-since')
  if (text.length > NOTE_LIMITS.text) return refuse('too-long')
  const update = updateToText([state], { itemId, text })
  return ok(update && { change: { kind: 'note-update', update: base64Of(update) }, said: { text: kept, owner: '', due: '' } })
}
