import type { Locale } from '#app/kernel/locale.ts'
import type { ChatMessage } from '../../meeting/message.ts'
import type { NextMeeting } from '../../meeting/next-meeting.ts'
import type { AgendaEntry, AgendaItem } from '../agenda.ts'
import type { Correction } from '../corrections/correction.ts'
import type { PollOutcome } from '../polls/poll.ts'
import type { DoneStep } from '../steps/done.server.ts'

/** A point, and how far it came. */
export type HeldItem = Pick<AgendaItem, 'id' | 'title' | 'minutes' | 'spentMs' | 'isDone'>

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
  corrections: Correction[]
  done: DoneStep[]
  /** Until when the reader may put lines right, epoch milliseconds; null when not now. */
  correctableUntil: number | null
  /** The id of the line that the reader may add. */
  newEntryId: string
  next: NextMeeting['booked']
  links: { room: string; bookNext: string; markdown: string; json: string }
}
