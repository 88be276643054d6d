import { useEffect, useRef, type RefObject } from 'react'

/** Puts the focus into the first field of a form that appears as the answer to a press. */
export function useFocusFirstField(): RefObject<HTMLFormElement> {
  const ref = useRef<HTMLFormElement>(null)
  useEffect(() => ref.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  return ref
}
