import type { ReactNode } from 'react'
import { usePanel } from '../panel-context.ts'
import { PanelPart } from '../parts/panel-part.tsx'
import { PARTS } from '../parts/parts.ts'
import { entryGroups } from './entry-groups.ts'
import { EntryLine } from './entry-line.tsx'

const GROUP_NAME = { 'decision': 'decisions', 'next-step': 'next-steps', 'parked': 'parkedAll', 'note': 'notes' } as const

/** What was written at one place, decisions and next steps first. The heading stands only above something. */
export function EntryList({ itemId, children }: { itemId: string | null; children?: ReactNode }) {
  const { agenda, texts, editor } = usePanel()
  const groups = entryGroups(agenda, itemId, editor)
  if (groups.length === 0) return null
  return (
    <div className="panel-entries">
      {children}
      {groups.map(({ kind, entries }) => (
        <ul className="panel-group" key={kind} data-kind={kind} aria-label={texts.entry[GROUP_NAME[kind]]}>
          {entries.map((entry) => (
            <li key={entry.id}>
              {editor?.kind === 'entry' && editor.entry.id === entry.id
                ? <PanelPart part={PARTS.entryEditor} draw={({ EntryEditor }) => <EntryEditor edited={editor.entry} />} />
                : <EntryLine entry={entry} />}
            </li>
          ))}
        </ul>
      ))}
    </div>
  )
}
