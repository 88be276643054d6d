import { useId, useRef } from 'react'
import { Icon, type IconName } from '#app/ui/icon.tsx'

/** One choice of the list; `isOn` is left out where it is no switch. */
export type MoreEntry = { id: string; icon: IconName; label: string; isOn?: boolean; onChoose: () => void }

/** A list above the bar. As a popover it closes itself at a press elsewhere and by Escape, and gives the focus back (HTML, popover). */
export function More({ label, entries }: { label: string; entries: readonly MoreEntry[] }) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const choose = (entry: MoreEntry) => {
    list.current?.hidePopover()
    entry.onChoose()
  }
  return (
    <>
      <button type="button" className="round" aria-label={label} title={label} {...{ popovertarget: id }}><Icon name="more" /></button>
      <ul className="more-list" id={id} ref={list} aria-label={label} {...{ popover: 'auto' }}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <button type="button" className="more-choice" aria-pressed={entry.isOn} onClick={() => choose(entry)}>
              <Icon name={entry.icon} size={20} />{entry.label}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
