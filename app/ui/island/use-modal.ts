import { useEffect, useRef, type RefObject } from 'react'

/** Opens and closes a `<dialog>` as a modal, in step with `isOpen`. */
export function useModal(isOpen: boolean): RefObject<HTMLDialogElement> {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!dialog || dialog.open === isOpen) return
    if (isOpen) dialog.showModal()
    else dialog.close()
  }, [isOpen])
  return ref
}
