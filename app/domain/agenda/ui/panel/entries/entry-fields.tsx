import type { KeyboardEvent } from 'react'
import { Field, TextArea } from '#app/ui/field.tsx'
import type { EntryKind } from '../../../agenda.ts'
import { usePanel } from '../panel-context.ts'

export type EntryText = { text: string; owner: string; due: string }

type EntryFieldsProps = {
  kind: EntryKind
  typed: EntryText
  /** Goes before the ids of the fields; empty for the form at the foot. */
  prefix?: string
  error?: string
  onWrite: (part: Partial<EntryText>) => void
}

const LABEL = { 'note': 'textNote', 'decision': 'textDecision', 'next-step': 'textNext-step', 'parked': 'textParked' } as const

/** The text of a line, and who and by when for a next step. Ctrl or Cmd with Enter saves; Enter alone is a new line. */
export function EntryFields({ kind, typed, prefix = '', error, onWrite }: EntryFieldsProps) {
  const { texts, idOf } = usePanel()
  return (
    <>
      <TextArea id={idOf(`${prefix}text`)} label={texts.entry[LABEL[kind]]} rows={1} value={typed.text} error={error}
        onChange={({ target }) => onWrite({ text: target.value })} onKeyDown={saveOnCtrlEnter} />
      {kind === 'next-step' && (
        <div className="panel-who">
          <Field id={idOf(`${prefix}owner`)} label={texts.entry.owner} autoComplete="off" value={typed.owner}
            onChange={({ target }) => onWrite({ owner: target.value })} />
          <Field id={idOf(`${prefix}due`)} label={texts.entry.due} hint={texts.entry.dueHint} type="date" value={typed.due}
            onChange={({ target }) => onWrite({ due: target.value })} />
        </div>
      )}
    </>
  )
}

function saveOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  const isSave = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing
  if (!isSave) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}
