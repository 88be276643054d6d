import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { longDayText } from '#app/kernel/time.ts'
import { TitledList } from '#app/ui/list/titled-list.tsx'
import type { Agenda, AgendaEntry, EntryKind } from '../../agenda.ts'

type SummaryTexts = Messages['room']['summary']

export function DecisionList({ agenda, texts }: { agenda: Agenda; texts: SummaryTexts }) {
  const decisions = ofKind(agenda, 'decision')
  return (
    <TitledList id="decisions" title={texts.decisions} none={texts.noDecisions} className="summary-decisions">
      {decisions.map((entry) => <li key={entry.id}><p className="said">{entry.text}</p></li>)}
    </TitledList>
  )
}

export function NextStepList({ agenda, texts, locale }: { agenda: Agenda; texts: SummaryTexts; locale: Locale }) {
  const steps = ofKind(agenda, 'next-step')
  return (
    <TitledList id="next-steps" title={texts.nextSteps} none={texts.noNextSteps} className="summary-steps" isOrdered>
      {steps.map((entry) => (
        <li key={entry.id}>
          <p className="said">{entry.text}</p>
          <p className="soft small">{ownerAndDay(entry, texts, locale)}</p>
        </li>
      ))}
    </TitledList>
  )
}

/** Questions that were put off; nothing when none was. */
export function ParkedList({ agenda, texts }: { agenda: Agenda; texts: SummaryTexts }) {
  const parked = ofKind(agenda, 'parked')
  if (parked.length === 0) return null
  return (
    <section aria-labelledby="parked">
      <h2 id="parked">{texts.parked}</h2>
      <ul className="summary-lines">{parked.map((entry) => <li key={entry.id}><p className="said">{entry.text}</p></li>)}</ul>
    </section>
  )
}

/** Notes stand under the point they were written to; those of the whole meeting come last. */
export function NoteList({ agenda, texts }: { agenda: Agenda; texts: SummaryTexts }) {
  const notes = ofKind(agenda, 'note')
  if (notes.length === 0) return null
  const groups = [...agenda.items.map(({ id, title }) => ({ id, title })), { id: null, title: null }]
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{texts.notes}</h2>
      {groups.map(({ id, title }) => {
        const own = notes.filter((note) => note.itemId === id)
        return own.length > 0 && <NoteGroup key={id} title={title} notes={own} texts={texts} />
      })}
    </section>
  )
}

function NoteGroup({ title, notes, texts }: { title: string | null; notes: AgendaEntry[]; texts: SummaryTexts }) {
  return (
    <div className="summary-notes">
      {title && <h3>{title}</h3>}
      <ul className="summary-lines">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="said">{note.text}</p>
            {note.authorName && <p className="soft small">{fill(texts.wroteIt, { name: note.authorName })}</p>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function ofKind(agenda: Agenda, kind: EntryKind): AgendaEntry[] {
  return agenda.entries.filter((entry) => entry.kind === kind)
}

function ownerAndDay({ owner, due }: AgendaEntry, texts: SummaryTexts, locale: Locale): string {
  const day = due && fill(texts.due, { date: longDayText(Date.parse(due), 'UTC', locale) })
  return [owner && fill(texts.owner, { owner }), day].filter(Boolean).join(' · ')
}
