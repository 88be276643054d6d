import { useState } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import { fill } from '#app/i18n/fill.ts'
import type { AgendaItem } from '../../../agenda.ts'
import { usePanel, type Panel } from '../panel-context.ts'
import { PanelPart } from '../parts/panel-part.tsx'
import { PARTS } from '../parts/parts.ts'
import { ItemShare } from '../../clock/trade-parts.tsx'
import { spentMinutes } from './countdown.ts'
import { ItemPrepared } from './item-prepared.tsx'

/** One point: number or done mark, title, minutes, and what may be done with it. */
export function ItemLine({ item, number }: { item: AgendaItem; number: number }) {
  const { mayChange: hasMenu } = usePanel()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <div className="panel-line">
        <ItemMark item={item} number={number} />
        <div className="panel-words">
          <p className="panel-item-title">{item.title}</p>
          <ItemFacts item={item} />
          <ItemDocument item={item} />
        </div>
        {hasMenu && <MoreButton item={item} isOpen={isOpen} onToggle={() => setIsOpen(!isOpen)} />}
      </div>
      {hasMenu && isOpen && (
        <PanelPart part={PARTS.itemMenu} draw={({ ItemMenu }) => <ItemMenu item={item} onClose={() => setIsOpen(false)} />} />
      )}
    </>
  )
}

/** The number is the tick itself for the host, and stays a number for the guest until the point is done. */
function ItemMark({ item, number }: { item: AgendaItem; number: number }) {
  const { viewer, texts, attempt, mayChange } = usePanel()
  const face = item.isDone ? <Icon name="check" size={18} /> : number
  if (viewer.role !== 'host' || !mayChange) {
    return <span className="panel-mark"><span aria-hidden="true">{face}</span>{item.isDone && <VisuallyHidden>{texts.done}</VisuallyHidden>}</span>
  }
  return (
    <label className="panel-mark">
      <input
        type="checkbox" checked={item.isDone} aria-label={fill(texts.host.tick, { title: item.title })}
        onChange={({ target }) => attempt({ kind: 'item-tick', itemId: item.id, isDone: target.checked })}
      />
      <span aria-hidden="true">{face}</span>
    </label>
  )
}

function ItemFacts({ item }: { item: AgendaItem }) {
  const { agenda, texts, viewer } = usePanel()
  const isNow = agenda.currentItemId === item.id
  const spent = item.isDone && item.spentMs > 0 && fill(texts.spent, { minutes: spentMinutes(item.spentMs) })
  const planned = fill(texts.minutes, { minutes: item.minutes })
  const facts = [planned, spent, whoseWords(item, texts), item.carriedFrom && texts.carried].filter(Boolean)
  return (
    <>
      <p className="panel-facts">{isNow && <strong>{texts.now} · </strong>}{facts.join(' · ')}{viewer.role === 'host' && <ItemShare item={item} />}</p>
      {isNow && item.purpose && <p className="panel-purpose">{item.purpose}</p>}
      <ItemPrepared item={item} />
    </>
  )
}

function whoseWords({ author, addedBy }: AgendaItem, texts: Panel['texts']): string | false {
  return author === 'guest' && (addedBy ? fill(texts.addedBy, addedBy) : texts.yours)
}

function ItemDocument({ item }: { item: AgendaItem }) {
  const { documents } = usePanel()
  if (!documents || !item.documentId) return null
  return <PanelPart part={PARTS.documents} draw={({ PointDocument }) => <PointDocument {...{ documents, item }} />} />
}

function MoreButton({ item, isOpen, onToggle }: { item: AgendaItem; isOpen: boolean; onToggle: () => void }) {
  const { texts, idOf } = usePanel()
  const name = fill(texts.host.more, { title: item.title })
  return (
    <button
      type="button" className="panel-more" id={idOf(`more-${item.id}`)} aria-label={name} title={name}
      aria-expanded={isOpen} aria-controls={isOpen ? idOf(`menu-${item.id}`) : undefined} onClick={onToggle}
    >
      <Icon name="more" />
    </button>
  )
}
