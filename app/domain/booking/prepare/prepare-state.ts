import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { ChangeFault } from '#app/domain/agenda/input.ts'
import type { HostNote, NoteRefusal } from '#app/domain/agenda/prepare/host-note.ts'
import type { PreparedFile } from '#app/domain/agenda/prepare/prepared-file.ts'
import type { Locale } from '#app/kernel/locale.ts'

/** One point as it was typed. */
export type TypedPoint = Record<'title' | 'purpose' | 'minutes', string>

/** What was not saved, with all that was typed. `itemId` is null for a point that was to be added. */
export type PrepareRefused =
  | { kind: 'point'; itemId: string | null; reason: ChangeFault; typed: TypedPoint | null }
  | { kind: 'note'; note: HostNote; reason: NoteRefusal }

/** What a host prepares of one meeting. The notes are the hosts' alone. */
export type PrepareState = {
  meetingId: string
  agenda: Pick<Agenda, 'items'>
  notes: HostNote[]
  files: PreparedFile[]
  /** It is neither over nor off, so the agenda can be changed. */
  isOpen: boolean
  /** The id of the next point, made anew for each look, so that a double click adds one. */
  newItemId: string
}

/** What the parts of the host's page are given. */
export type PrepareProps = { prepare: PrepareState; refused: PrepareRefused | null; locale: Locale }
