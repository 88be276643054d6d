import type { ReactNode } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PlacedNote } from '../../notes/placed-note.tsx'
import { PollList } from '../../polls/poll-list.tsx'
import { EntryList } from '../entries/entry-list.tsx'
import { itemsToDraw } from '../editor.ts'
import { usePanel } from '../panel-context.ts'
import { PanelPart } from '../parts/panel-part.tsx'
import { PARTS } from '../parts/parts.ts'
import { ItemLine } from './item-line.tsx'
import { pointNow } from './point-now.ts'

/** The points in the order of the meeting, each with what was written at it. `hostNotes` stand at the point that the meeting is at. */
export function ItemList({ hostNotes }: { hostNotes: ReactNode }) {
  const { agenda, viewer, texts, editor, mayChange } = usePanel()
  const items = itemsToDraw(agenda.items, editor)
  const nowId = pointNow(agenda)
  return (
    <div className="panel-points">
      {items.length === 0 && <p className="soft">{viewer.role === 'host' ? texts.empty : texts.emptyGuest}</p>}
      {items.length > 0 && (
        <ol className="panel-items" aria-label={texts.items}>
          {items.map((item, index) => (
            <li className="panel-item" key={item.id} data-now={item.id === agenda.currentItemId || undefined} data-done={item.isDone || undefined}>
              {editor?.kind === 'item' && editor.item.id === item.id
                ? <PanelPart part={PARTS.itemForm} draw={({ ItemForm }) => <ItemForm edited={editor.item} />} />
                : <ItemLine item={item} number={index + 1} />}
              {item.id === nowId && hostNotes}
              <EntryList itemId={item.id} />
              <PollList itemId={item.id} />
              <PlacedNote itemId={item.id} writeOn={fill(texts.writing.notes.writeOnAt, { title: item.title })} />
            </li>
          ))}
        </ol>
      )}
      {mayChange && <AddItem />}
      {!items.some(({ id }) => id === nowId) && hostNotes}
    </div>
  )
}

function AddItem() {
  const { texts, editor, openEditor, idOf } = usePanel()
  if (editor?.kind === 'new-item') return <PanelPart part={PARTS.itemForm} draw={({ NewItemForm }) => <NewItemForm />} />
  return (
    <Button type="button" tone="plain" className="panel-add" id={idOf('add')} onClick={() => openEditor({ kind: 'new-item' })}>
      <Icon name="plus" size={20} />{texts.item.add}
    </Button>
  )
}
