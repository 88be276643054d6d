import { Icon } from '#app/ui/icon.tsx'
import { fill } from '#app/i18n/fill.ts'
import type { AgendaEntry } from '../../../agenda.ts'
import { usePanel } from '../panel-context.ts'
import { mayEditEntry } from '../permission.ts'
import { dueText, excerpt } from './entry-groups.ts'

const MARK = { 'decision': 'check', 'next-step': 'next', 'parked': 'question' } as const

/** One line as it is read: a decision and a next step carry a mark and their word, a note is plain text. */
export function EntryLine({ entry }: { entry: AgendaEntry }) {
  const { texts } = usePanel()
  const isNote = entry.kind === 'note'
  return (
    <div className="panel-entry" data-kind={entry.kind}>
      {entry.kind !== 'note' && <Icon name={MARK[entry.kind]} size={18} />}
      <div className="panel-words">
        <p className="panel-text">{entry.text}</p>
        <Agreed entry={entry} />
        <p className="panel-facts">
          {[!isNote && texts.entry[entry.kind], fill(texts.entry.by, { name: entry.authorName })].filter(Boolean).join(' · ')}
          <EditButton entry={entry} />
        </p>
      </div>
    </div>
  )
}

/** Who does it, and by when. */
function Agreed({ entry: { kind, owner, due } }: { entry: AgendaEntry }) {
  const { viewer, texts } = usePanel()
  const day = due && fill(texts.entry.byDate, { date: dueText(due, viewer.locale) })
  const words = [owner, day].filter(Boolean).join(', ')
  return kind === 'next-step' && words ? <p className="panel-promise">{words}</p> : null
}

function EditButton({ entry }: { entry: AgendaEntry }) {
  const { agenda, viewer, texts, mayWrite, openEditor, idOf } = usePanel()
  if (!mayWrite || !mayEditEntry(agenda, entry, viewer.role)) return null
  return (
    <button
      type="button" className="panel-edit" id={idOf(`edit-${entry.id}`)}
      aria-label={fill(texts.entry.editThis, { text: excerpt(entry.text) })} onClick={() => openEditor({ kind: 'entry', entry })}
    >
      {texts.entry.edit}
    </button>
  )
}
