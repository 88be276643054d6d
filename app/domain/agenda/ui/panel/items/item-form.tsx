import { useState, type FormEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { newId } from '#app/kernel/ids.ts'
import type { AgendaItem } from '../../../agenda.ts'
import type { ChangeRefusal } from '../../../change.ts'
import { usePanel } from '../panel-context.ts'
import { sayRefusal } from '../refusal-words.ts'
import { useDraft } from '../use-draft.ts'
import { useFocusFirstField } from '../use-focus-first-field.ts'

type ItemDraft = { title: string; minutes: string; purpose: string }

const BLANK: ItemDraft = { title: '', minutes: '10', purpose: '' }

/** Edits a point; one that the other side removed meanwhile can be saved as a new one. */
export function ItemForm({ edited }: { edited: AgendaItem }) {
  const { agenda, texts, attempt, openEditor, focusOn } = usePanel()
  const { id, title, purpose } = edited
  const [draft, write, clear] = useDraft(`item.${id}`, { title, purpose, minutes: String(edited.minutes) })
  const isGone = !agenda.items.some((item) => item.id === id)
  const newItemId = isGone ? newId() : id

  function save() {
    const text = textOf(draft)
    const change = { kind: 'item-edit', itemId: id, ...text } as const
    return attempt(isGone ? { kind: 'item-add', itemId: newItemId, ...text, afterItemId: null } : change)
  }
  function close() {
    clear()
    openEditor(null)
    focusOn(`more-${newItemId}`, 'add')
  }
  const words = { title: texts.item.editTitle, save: isGone ? texts.item.saveNew : texts.item.save, news: isGone ? texts.item.gone : '' }
  return <ItemFields {...{ draft, words, onWrite: write, onSave: save, onClose: close }} />
}

export function NewItemForm() {
  const { texts, attempt, openEditor, focusOn } = usePanel()
  const [draft, write, clear] = useDraft('new-item', BLANK)

  function close() {
    clear()
    openEditor(null)
    focusOn('add')
  }
  const save = () => attempt({ kind: 'item-add', itemId: newId(), ...textOf(draft), afterItemId: null })
  return <ItemFields {...{ draft, words: { title: texts.item.addTitle, save: texts.item.save, news: '' }, onWrite: write, onSave: save, onClose: close }} />
}

type ItemFieldsProps = {
  draft: ItemDraft
  words: { title: string; save: string; news: string }
  onWrite: (draft: ItemDraft) => void
  onSave: () => ChangeRefusal | null
  onClose: () => void
}

function ItemFields({ draft, words, onWrite, onSave, onClose }: ItemFieldsProps) {
  const { texts, idOf, focusOn } = usePanel()
  const [refusal, setRefusal] = useState<ChangeRefusal | null>(null)
  const form = useFocusFirstField()
  const write = (part: Partial<ItemDraft>) => onWrite({ ...draft, ...part })
  const error = refusal === null ? undefined : sayRefusal(refusal, texts)

  function submit(event: FormEvent) {
    event.preventDefault()
    const reason = onSave()
    setRefusal(reason)
    if (reason === null) onClose()
    else focusOn(reason === 'bad-minutes' ? 'minutes' : 'title-field')
  }
  return (
    <form className="panel-form" noValidate onSubmit={submit} ref={form} aria-labelledby={idOf('form-title')}>
      <h3 id={idOf('form-title')}>{words.title}</h3>
      <p role="status" className="panel-gone">{words.news}</p>
      <Field id={idOf('title-field')} label={texts.item.title} autoComplete="off" value={draft.title}
        error={refusal === 'bad-minutes' ? undefined : error} onChange={({ target }) => write({ title: target.value })} />
      <Field id={idOf('minutes')} label={texts.item.minutes} type="number" inputMode="numeric" min={1} max={240} value={draft.minutes}
        error={refusal === 'bad-minutes' ? error : undefined} onChange={({ target }) => write({ minutes: target.value })} />
      <TextArea id={idOf('purpose')} label={texts.item.purpose} rows={2} value={draft.purpose}
        onChange={({ target }) => write({ purpose: target.value })} />
      <div className="row">
        <Button>{words.save}</Button>
        <Button type="button" tone="plain" onClick={onClose}>{texts.item.cancel}</Button>
      </div>
    </form>
  )
}

function textOf({ title, purpose, minutes }: ItemDraft) {
  return { title, purpose, minutes: Number(minutes) }
}
