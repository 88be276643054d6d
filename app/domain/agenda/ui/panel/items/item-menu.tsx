import type { KeyboardEvent } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { fill } from '#app/i18n/fill.ts'
import type { AgendaItem } from '../../../agenda.ts'
import { usePanel, type Panel } from '../panel-context.ts'
import { mayEditItem, mayRemoveItem } from '../permission.ts'
import { neighbours, stepMove, type Direction, type StepMove } from './meeting-step.ts'

type MenuProps = { item: AgendaItem; onClose: () => void }

/** What may be done with one point, in plain buttons under it: nothing floats, so nothing is cut off or hidden. */
export function ItemMenu({ item, onClose }: MenuProps) {
  const { agenda, viewer, texts, idOf, focusOn } = usePanel()
  const isHost = viewer.role === 'host'

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
    focusOn(`more-${item.id}`)
  }
  return (
    // Escape is heard from the buttons inside; the list itself is not operated.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className="panel-menu" id={idOf(`menu-${item.id}`)} aria-label={fill(texts.host.more, { title: item.title })} onKeyDown={closeOnEscape}>
      {isHost && agenda.currentItemId !== item.id && <StartHere item={item} onClose={onClose} />}
      <MarkItem item={item} />
      {mayEditItem(agenda, item, viewer.role) && <EditItem item={item} onClose={onClose} />}
      {isHost && <MoveItem item={item} direction="up" />}
      {isHost && <MoveItem item={item} direction="down" />}
      {mayRemoveItem(agenda, item, viewer.role) && <RemoveItem item={item} onClose={onClose} />}
    </ul>
  )
}

function StartHere({ item, onClose }: MenuProps) {
  const { texts, attempt, focusOn } = usePanel()
  function startHere() {
    attempt({ kind: 'item-start', itemId: item.id })
    onClose()
    focusOn(`more-${item.id}`)
  }
  return <Choice icon="next" label={texts.host.startItem} onChoose={startHere} />
}

/** What matters most is said by the guest, before the meeting or in it; the host may say it for them. */
function MarkItem({ item }: { item: AgendaItem }) {
  const { texts: { points }, attempt } = usePanel()
  const isImportant = !item.isImportant
  return <Choice icon="star" label={isImportant ? points.mark : points.unmark} onChoose={() => attempt({ kind: 'item-mark', itemId: item.id, isImportant })} />
}

function EditItem({ item, onClose }: MenuProps) {
  const { agenda, texts, openEditor } = usePanel()
  function edit() {
    onClose()
    openEditor({ kind: 'item', item, position: agenda.items.findIndex(({ id }) => id === item.id) })
  }
  return <Choice icon="edit" label={texts.host.edit} onChoose={edit} />
}

/** At the end of the list the button stays, so that the focus does, and does nothing. */
function MoveItem({ item, direction }: { item: AgendaItem; direction: Direction }) {
  const panel = usePanel()
  const move = stepMove(panel.agenda, item.id, direction)
  const part = `${direction}-${item.id}`
  function go() {
    if (move) makeMove(panel, { item, part, move })
  }
  return <Choice icon={direction} label={panel.texts.host[direction]} id={panel.idOf(part)} isOff={!move} onChoose={go} />
}

type Move = { item: AgendaItem; part: string; move: StepMove }

function makeMove({ attempt, announce, focusOn, texts }: Panel, { item, part, move }: Move) {
  if (attempt(move.change) !== null) return
  announce(fill(texts.host.moved, { title: item.title, position: move.position }))
  focusOn(part)
}

function RemoveItem({ item, onClose }: MenuProps) {
  const { agenda, texts, attempt, focusOn } = usePanel()
  function remove() {
    onClose()
    if (attempt({ kind: 'item-remove', itemId: item.id }) !== null) return
    focusOn(...neighbours(agenda, item.id).map((id) => `more-${id}`), 'add')
  }
  return <Choice icon="remove" label={texts.host.remove} onChoose={remove} />
}

type ChoiceProps = { icon: IconName; label: string; id?: string; isOff?: boolean; onChoose: () => void }

function Choice({ icon, label, id, isOff, onChoose }: ChoiceProps) {
  return (
    <li>
      <button type="button" className="panel-choice" id={id} aria-disabled={isOff || undefined} onClick={onChoose}>
        <Icon name={icon} size={18} />{label}
      </button>
    </li>
  )
}
