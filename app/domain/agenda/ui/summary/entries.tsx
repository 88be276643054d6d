import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { TitledList } from '#app/ui/list/titled-list.tsx'
import { headingOf, isTogether, linesOf, noteGroups, type NoteGroup } from '../../summary/lines.ts'
import { DoneMark } from './edit/done-mark.tsx'
import { CorrectLine, CorrectNote, type Editable } from './edit/line-form.tsx'
import { LineHistory, sayAbout } from './edit/line-history.tsx'
import type { AgendaEntry } from '../../agenda.ts'

type EntriesProps = Editable & { texts: Messages['room']['summary'] }

export function DecisionList({ view, unsaved, texts }: EntriesProps) {
  return (
    <TitledList id="decisions" title={texts.decisions} none={texts.noDecisions} className="summary-decisions">
      {linesOf(view, 'decision').map((entry) => (
        <li key={entry.id} id={`line-${entry.id}`}><p className="said">{entry.text}</p><LineTools {...{ entry, view, unsaved }} /></li>
      ))}
    </TitledList>
  )
}

export function NextStepList({ view, unsaved, texts }: EntriesProps) {
  return (
    <TitledList id="next-steps" title={texts.nextSteps} none={texts.noNextSteps} className="summary-steps" isOrdered>
      {linesOf(view, 'next-step').map((entry) => (
        <li key={entry.id} id={`line-${entry.id}`}>
          <p className="said">{entry.text}</p>
          <p className="soft small">{sayAbout(entry, view)}</p>
          {view.isOver && <DoneMark entry={entry} view={view} />}
          <LineTools {...{ entry, view, unsaved }} />
        </li>
      ))}
    </TitledList>
  )
}

/** Questions that were put off; nothing when none was. */
export function ParkedList({ view, unsaved, texts }: EntriesProps) {
  const parked = linesOf(view, 'parked')
  if (parked.length === 0) return null
  return (
    <section aria-labelledby="parked">
      <h2 id="parked">{texts.parked}</h2>
      <ul className="summary-lines">
        {parked.map((entry) => (
          <li key={entry.id} id={`line-${entry.id}`}><p className="said">{entry.text}</p><LineTools {...{ entry, view, unsaved }} /></li>
        ))}
      </ul>
    </section>
  )
}

/** Notes stand under the point they were written to; those of the whole meeting come last. */
export function NoteList({ view, unsaved, texts }: EntriesProps) {
  const groups = noteGroups(view)
  if (groups.length === 0) return null
  const { whole } = messages(view.locale).after.summary
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{texts.notes}</h2>
      {groups.map((group) => (
        <NoteGroupView key={group.id} heading={headingOf(group, groups, whole)} {...{ group, view, unsaved, texts }} />
      ))}
    </section>
  )
}

type NoteGroupProps = EntriesProps & { group: NoteGroup; heading: string | null }

function NoteGroupView({ group: { notes }, heading, view, unsaved, texts }: NoteGroupProps) {
  return (
    <div className="summary-notes">
      {heading && <h3>{heading}</h3>}
      <ul className="summary-lines">
        {notes.map((entry) => (
          <li key={entry.id} id={`line-${entry.id}`}>
            <p className="said">{entry.text}</p>
            {entry.authorName && <p className="soft small">{fill(texts.wroteIt, { name: entry.authorName })}</p>}
            <LineTools {...{ entry, view, unsaved }} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function LineTools({ entry, view, unsaved }: Editable & { entry: AgendaEntry }) {
  return (
    <div className="line-tools">
      <LineHistory entryId={entry.id} view={view} />
      {isTogether(entry) ? <CorrectNote {...{ entry, view, unsaved }} /> : <CorrectLine {...{ entry, view, unsaved }} />}
    </div>
  )
}
