import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { clockText, longDayText } from '#app/kernel/time.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { SaidList } from '../../../meeting/ui/chat/said-list.tsx'
import type { ChatMessage } from '../../../meeting/message.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { Agenda } from '../../agenda.ts'
import { DecisionList, NextStepList, NoteList, ParkedList } from './entries.tsx'
import { TimesTable } from './times-table.tsx'

export type SummaryView = {
  locale: Locale
  timeZone: string
  meeting: { title: string; startsAt: number; endsAt: number }
  /** Whom the reader met. */
  withNames: string
  isOver: boolean
  agenda: Agenda
  /** What was written in the chat, as far as the reader may read it, and the reader's seat. */
  said: ChatMessage[]
  seatId: string
  links: { room: string; bookNext: string }
}

/** What a meeting came to, to read, to print and to go on from. */
export function Summary({ view, texts }: { view: SummaryView; texts: Messages['room'] }) {
  const { agenda, locale, links, isOver } = view
  const { summary } = texts
  return (
    <article className="summary">
      <SummaryHead view={view} texts={texts} />
      {!isOver && (
        <Notice>
          <p>{summary.notHeld}</p>
          <p><a href={links.room}>{summary.toRoom}</a></p>
        </Notice>
      )}
      <DecisionList agenda={agenda} texts={summary} />
      <NextStepList agenda={agenda} texts={summary} locale={locale} />
      <ParkedList agenda={agenda} texts={summary} />
      <NoteList agenda={agenda} texts={summary} />
      <SaidList said={view.said} seatId={view.seatId} reader={view} items={agenda.items} />
      <TimesTable agenda={agenda} texts={texts} />
      <p className="summary-next"><LinkButton href={links.bookNext}>{summary.bookNext}</LinkButton></p>
    </article>
  )
}

function SummaryHead({ view: { meeting, withNames, locale, timeZone }, texts }: { view: SummaryView; texts: Messages['room'] }) {
  const from = clockText(meeting.startsAt, timeZone, locale)
  const to = clockText(meeting.endsAt, timeZone, locale)
  return (
    <header className="summary-head">
      <p className="eyebrow">{texts.summary.title}</p>
      <h1>{meeting.title}</h1>
      <p className="lede">{fill(texts.summary.held, { name: withNames })}</p>
      <p className="soft">{longDayText(meeting.startsAt, timeZone, locale)} {fill(texts.time, { from, to })}</p>
    </header>
  )
}
