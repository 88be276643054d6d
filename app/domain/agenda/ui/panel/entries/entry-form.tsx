import { useState, type FormEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { newId } from '#app/kernel/ids.ts'
import type { ChangeRefusal } from '../../../change.ts'
import { usePanel } from '../panel-context.ts'
import { sayRefusal } from '../refusal-words.ts'
import { BLANK_DRAFT, placeOf, writeDraft, type EntryDraft } from './entry-draft.ts'
import { EntryFields } from './entry-fields.tsx'
import { PlaceChoice } from './place-choice.tsx'

type EntryFormProps = { draft: EntryDraft; onWrite: (draft: EntryDraft) => void }

/** A decision, a next step or a parked question, written from the beginning. What stands in it is kept until it has been taken. */
export function EntryForm({ draft, onWrite }: EntryFormProps) {
  const { agenda, texts, attempt, focusOn } = usePanel()
  const [refusal, setRefusal] = useState<ChangeRefusal | null>(null)
  const change = (part: Partial<EntryDraft>) => onWrite(writeDraft(draft, part, agenda.currentItemId))

  function close(left: EntryDraft) {
    onWrite({ ...left, isOpen: false })
    focusOn('notes')
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    const { kind, text, owner, due } = draft
    const typed = kind === 'next-step' ? { text, owner, due } : { text, owner: '', due: '' }
    const reason = attempt({ kind: 'entry-add', entryId: newId(), entryKind: kind, itemId: placeOf(draft, agenda), ...typed })
    setRefusal(reason)
    if (reason === null) close({ ...BLANK_DRAFT, kind })
    else focusOn('text')
  }
  return (
    <form className="panel-write" noValidate onSubmit={submit} aria-label={texts.entry[draft.kind]}>
      <EntryFields kind={draft.kind} typed={draft} onWrite={change} error={refusal === null ? undefined : sayRefusal(refusal, texts)} />
      <div className="panel-save">
        <PlaceChoice id="entry-place" label={texts.entry.place} chosen={placeOf(draft, agenda)} onChoose={(itemId) => change({ itemId, isPinned: true })} />
        <Button>{texts.entry.save}</Button>
        <Button type="button" tone="plain" onClick={() => close(draft)}>{texts.entry.cancel}</Button>
      </div>
    </form>
  )
}
