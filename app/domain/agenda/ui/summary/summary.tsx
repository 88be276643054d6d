import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { clockText, longDayText } from '#app/kernel/time.ts'
import { Notice } from '#app/ui/notice.tsx'
import { SaidList } from '../../../meeting/ui/chat/said-list.tsx'
import type { SummaryView } from '../../summary/summary-view.ts'
import type { Uncorrected } from './edit/editing.ts'
import { AddLine } from './edit/line-form.tsx'
import { DecisionList, NextStepList, NoteList, ParkedList } from './entries.tsx'
import { FileList } from './file-list.tsx'
import { NextSection, TakeAway } from './next-section.tsx'
import { PollResults } from './poll-results.tsx'
import { TimesTable } from './times-table.tsx'

export type SummaryProps = { view: SummaryView; texts: Messages['room']; unsaved?: Uncorrected | null }

/** What a meeting came to, to read, to print and to go on from. */
export function Summary({ view, texts, unsaved = null }: SummaryProps) {
  const { agenda, links, isOver, locale } = view
  const { summary } = texts
  const { after: { summary: own } } = messages(locale)
  return (
    <article className="summary">
      <SummaryHead view={view} texts={texts} />
      {unsaved && (
        <Notice tone="danger" title={own.refusedTitle} isNews>
          <p>{sayRefusal(unsaved, own.refusals)}</p>
          <p><a href={`#${placeOf(unsaved)}`}>{own.toTyped}</a></p>
        </Notice>
      )}
      {!isOver && (
        <Notice>
          <p>{summary.notHeld}</p>
          <p><a href={links.room}>{summary.toRoom}</a></p>
        </Notice>
      )}
      <DecisionList {...{ view, unsaved }} texts={summary} />
      <NextStepList {...{ view, unsaved }} texts={summary} />
      <ParkedList {...{ view, unsaved }} texts={summary} />
      <PollResults view={view} />
      <NoteList {...{ view, unsaved }} texts={summary} />
      <NextSection view={view} />
      <AddLine {...{ view, unsaved }} />
      <FileList view={view} />
      <SaidList said={view.said} seatId={view.seatId} reader={view} items={agenda.items} />
      <TimesTable agenda={agenda} texts={texts} />
      <TakeAway view={view} />
    </article>
  )
}

function sayRefusal({ reason }: Uncorrected, refusals: Record<string, string>): string {
  return refusals[reason] ?? refusals['not-allowed'] ?? ''
}

function placeOf({ asked: { intent, entryId } }: Uncorrected): string {
  return intent === 'add' ? 'add-line' : `line-${entryId}`
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
