import type { Locale } from '#app/kernel/locale.ts'
import type { ChatMessage } from '../../meeting/message.ts'
import type { NextMeeting } from '../../meeting/next-meeting.ts'
import type { AgendaEntry, AgendaItem } from '../agenda.ts'
import type { Correction } from '../corrections/correction.ts'
import type { PollOutcome } from '../polls/poll.ts'
import type { PreparedFile } from '../prepare/prepared-file.ts'
import type { DoneStep } from '../steps/done.server.ts'

/** A point, and how far it came. */
export type HeldItem = Pick<AgendaItem, 'id' | 'title' | 'minutes' | 'spentMs' | 'isDone'>

/** A file that was prepared for the meeting, by name: `point` is that of which it is the document. */
export type SummaryFile = Pick<PreparedFile, 'id' | 'name' | 'type' | 'bytes'> & { addedBy: { name: string } | null; point: string | null }

/** What a meeting came to, as one of its people may read it. Nothing that is private to one side is in it. */
export type SummaryView = {
  locale: Locale
  timeZone: string
  meeting: { title: string; startsAt: number; endsAt: number }
  /** Whom the reader met. */
  withNames: string
  isOver: boolean
  agenda: { items: HeldItem[]; entries: AgendaEntry[] }
  /** Of the agenda: a text that is sent back says by it what it was made of. */
  version: number
  polls: PollOutcome[]
  /** What was written in the chat, as far as the reader may read it, and the reader's seat. */
  said: ChatMessage[]
  seatId: string
  /** What was prepared, as far as the reader may read it; each is fetched at its id below the link. */
  files: SummaryFile[]
  corrections: Correction[]
  done: DoneStep[]
  /** Until when the reader may put lines right, epoch milliseconds; null when not now. */
  correctableUntil: number | null
  /** The id of the line that the reader may add. */
  newEntryId: string
  next: NextMeeting['booked']
  links: { room: string; bookNext: string; files: string; markdown: string; json: string }
}
