import { useId, type ReactNode } from 'react'
import { useModal } from './use-modal.ts'

type DialogProps = {
  title: string
  isOpen: boolean
  /** Called for Escape too. */
  onClose: () => void
  /** Buttons, the safe one first: it gets the focus. */
  actions: ReactNode
  children?: ReactNode
}

/** A question that stops everything else, in the browser's own modal: focus stays inside and returns after. */
export function Dialog({ title, isOpen, onClose, actions, children }: DialogProps) {
  const ref = useModal(isOpen)
  const id = useId()
  return (
    <dialog className="dialog" ref={ref} data-open={isOpen ? '' : undefined} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="dialog-actions">{actions}</div>
    </dialog>
  )
}
