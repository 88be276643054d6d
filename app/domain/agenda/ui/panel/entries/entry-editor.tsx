import { useState, type FormEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { fill } from '#app/i18n/fill.ts'
import { newId } from '#app/kernel/ids.ts'
import type { AgendaEntry } from '../../../agenda.ts'
import type { ChangeRefusal } from '../../../change.ts'
import { usePanel } from '../panel-context.ts'
import { sayRefusal } from '../refusal-words.ts'
import { useDraft } from '../use-draft.ts'
import { useFocusFirstField } from '../use-focus-first-field.ts'
import { EntryFields } from './entry-fields.tsx'
import { excerpt } from './entry-groups.ts'

/** Edits or removes a line; one that the other side removed meanwhile is written again when it is saved. */
export function EntryEditor({ edited }: { edited: AgendaEntry }) {
  const { agenda, texts } = usePanel()
  const { id, kind, itemId, text, owner, due } = edited
  const [typed, write, clear] = useDraft(`entry.${id}`, { text, owner, due })
  const isGone = !agenda.entries.some((entry) => entry.id === id)
  const { refusal, save, close, remove } = useEntryChanges({ edited, clear })

  function submit(event: FormEvent) {
    event.preventDefault()
    save(isGone && kind !== 'note' ? { kind: 'entry-add', entryId: newId(), entryKind: kind, itemId, ...typed } : { kind: 'entry-edit', entryId: id, ...typed })
  }
  const form = useFocusFirstField()
  return (
    <form className="panel-form" noValidate onSubmit={submit} ref={form} aria-label={fill(texts.entry.editThis, { text: excerpt(text) })}>
      <p role="status" className="panel-gone">{isGone && texts.entry.gone}</p>
      <EntryFields kind={kind} typed={typed} prefix="edited-" error={refusal === null ? undefined : sayRefusal(refusal, texts)}
        onWrite={(part) => write({ ...typed, ...part })} />
      <div className="row">
        <Button>{texts.entry.update}</Button>
        <Button type="button" tone="plain" onClick={close}>{texts.entry.cancel}</Button>
        {!isGone && (
          <Button type="button" tone="plain" className="panel-remove" onClick={remove}
            aria-label={fill(texts.entry.removeThis, { text: excerpt(text) })}>{texts.entry.remove}</Button>
        )}
      </div>
    </form>
  )
}

function useEntryChanges({ edited, clear }: { edited: AgendaEntry; clear: () => void }) {
  const { agenda, attempt, openEditor, focusOn } = usePanel()
  const [refusal, setRefusal] = useState<ChangeRefusal | null>(null)

  function close(...focus: string[]) {
    clear()
    openEditor(null)
    focusOn(...focus, 'text', 'body')
  }
  function save(change: Parameters<typeof attempt>[0]) {
    const reason = attempt(change)
    setRefusal(reason)
    if (reason === null) close(`edit-${'entryId' in change ? change.entryId : edited.id}`)
    else focusOn('edited-text')
  }
  function remove() {
    const index = agenda.entries.indexOf(edited)
    if (attempt({ kind: 'entry-remove', entryId: edited.id }) !== null) return
    const near = [agenda.entries[index + 1], agenda.entries[index - 1]]
    close(...near.flatMap((entry) => (entry ? [`edit-${entry.id}`] : [])))
  }
  return { refusal, save, remove, close: () => close(`edit-${edited.id}`) }
}
