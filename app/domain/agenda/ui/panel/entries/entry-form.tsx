import { useState, type FormEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { newId } from '#app/kernel/ids.ts'
import type { Agenda, EntryKind } from '../../../agenda.ts'
import type { ChangeRefusal } from '../../../change.ts'
import { usePanel } from '../panel-context.ts'
import { sayRefusal } from '../refusal-words.ts'
import { useDraft } from '../use-draft.ts'
import { BLANK_DRAFT, placeOf, writeDraft, type EntryDraft } from './entry-draft.ts'
import { EntryFields } from './entry-fields.tsx'

const KINDS = ['note', 'decision', 'next-step'] as const

/** Where both write while they talk. What stands in it is kept until it has been taken. */
export function EntryForm() {
  const { agenda, texts, attempt, focusOn } = usePanel()
  const [draft, write] = useDraft<EntryDraft>('entry', BLANK_DRAFT)
  const [refusal, setRefusal] = useState<ChangeRefusal | null>(null)
  const change = (part: Partial<EntryDraft>) => write(writeDraft(draft, part, agenda.currentItemId))

  function submit(event: FormEvent) {
    event.preventDefault()
    const { kind, text, owner, due } = draft
    const typed = kind === 'next-step' ? { text, owner, due } : { text, owner: '', due: '' }
    const reason = attempt({ kind: 'entry-add', entryId: newId(), entryKind: kind, itemId: placeOf(draft, agenda), ...typed })
    setRefusal(reason)
    if (reason === null) write({ ...BLANK_DRAFT, kind })
    else focusOn('text')
  }
  return (
    <form className="panel-write" noValidate onSubmit={submit}>
      <KindChoice chosen={draft.kind} onChoose={(kind) => change({ kind })} />
      <EntryFields kind={draft.kind} typed={draft} onWrite={change}
        error={refusal === null ? undefined : sayRefusal(refusal, texts)} />
      <div className="panel-save">
        <PlaceChoice agenda={agenda} chosen={placeOf(draft, agenda)} onChoose={(itemId) => change({ itemId, isPinned: true })} />
        <Button>{texts.entry.save}</Button>
      </div>
      {agenda.entries.length === 0 && <p className="field-hint">{texts.entry.hint}</p>}
    </form>
  )
}

function KindChoice({ chosen, onChoose }: { chosen: EntryKind; onChoose: (kind: EntryKind) => void }) {
  const { texts, idOf } = usePanel()
  return (
    <fieldset className="panel-kinds">
      <legend className="visually-hidden">{texts.entry.kind}</legend>
      {KINDS.map((kind) => (
        <label className="panel-kind" key={kind}>
          <input type="radio" name={idOf('kind')} value={kind} checked={kind === chosen} onChange={() => onChoose(kind)} />
          <span>{texts.entry[kind]}</span>
        </label>
      ))}
    </fieldset>
  )
}

type PlaceChoiceProps = { agenda: Agenda; chosen: string | null; onChoose: (itemId: string) => void }

function PlaceChoice({ agenda, chosen, onChoose }: PlaceChoiceProps) {
  const { texts, idOf } = usePanel()
  const items = agenda.items.map(({ id, title }, index) => ({ value: id, label: `${index + 1}. ${title}` }))
  const options = [{ value: '', label: texts.entry.wholeMeeting }, ...items]
  return (
    <Select id={idOf('place')} label={texts.entry.place} value={chosen ?? ''} options={options}
      onChange={({ target }) => onChoose(target.value)} />
  )
}
