import { createContext, useContext } from 'react'
import { invariant } from '#app/kernel/invariant.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { SeatRole } from '../../../meeting/meeting.ts'
import type { Agenda } from '../../agenda.ts'
import type { AgendaChange, ChangeRefusal } from '../../change.ts'
import type { PreparedFile } from '../../prepare/prepared-file.ts'
import type { NoteDesk } from '../notes/note-desk.ts'
import type { NotePlace } from '../notes/use-note-place.ts'
import type { Editor } from './editor.ts'

export type PanelViewer = { seatId: string; role: SeatRole; locale: Locale; timeZone: string }

/** What was prepared, for whoever is inside. */
export type PanelDocuments = {
  files: readonly PreparedFile[]
  /** They could not be fetched. */
  hasFailed: boolean
  tryAgain: () => void
  /** Each file is read at its id below it. */
  filesHref: string
  /** Where a host opens what is to be shown. */
  showHref: string
  texts: Messages['room']['document']
}

/** What every part of the panel knows and can do. */
export type Panel = {
  agenda: Agenda
  viewer: PanelViewer
  texts: Messages['agenda']
  /** When the meeting ends, epoch milliseconds; the time of this browser, put right, tells how far it is till then. */
  endsAt: number
  clockOffsetMs: number
  notes: NoteDesk
  documents: PanelDocuments | null
  /** Whose notes stand in the field at the foot. */
  place: NotePlace
  /** Points may be added and changed here. */
  mayChange: boolean
  /** Lines may be written and changed here. */
  mayWrite: boolean
  editor: Editor | null
  openEditor(editor: Editor | null): void
  /** Makes the change, or says at once why it can't be made; then nothing was sent and what was typed stays. */
  attempt(change: AgendaChange): ChangeRefusal | null
  /** The id in the page of a part of this panel. */
  idOf(part: string): string
  /** Once the panel has drawn itself again, the focus goes to the first of these parts that is there. */
  focusOn(...parts: string[]): void
  /** Read out, seen by nobody. */
  announce(text: string): void
}

export const PanelContext = createContext<Panel | null>(null)

export function usePanel(): Panel {
  const panel = useContext(PanelContext)
  invariant(panel, 'parts of the panel stand in the panel')
  return panel
}
