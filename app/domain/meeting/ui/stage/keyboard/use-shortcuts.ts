import { useEffect, useRef } from 'react'
import { focusPlaceOf, shortcutOf, type Shortcut } from './shortcuts.ts'

export type ShortcutActions = Record<Exclude<Shortcut, 'talk'>, () => void> & {
  /** The space bar is held down, or let go. */
  talk(isHeld: boolean): void
}

/** Hears single keys while `isOn`, in the page and in its small window. What a key does may change from one drawing to the next. */
export function useShortcuts({ isOn, pip }: { isOn: boolean; pip: Window | null }, actions: ShortcutActions): void {
  const newest = useRef(actions)
  useEffect(() => { newest.current = actions })
  useEffect(() => {
    if (!isOn) return
    const listening = new AbortController()
    for (const place of pip ? [window, pip] : [window]) hearKeys(place, listening.signal, () => newest.current)
    return () => listening.abort()
  }, [isOn, pip])
}

/** Whoever leaves the page with the key down is not heard any longer: the key's end is never told. */
function hearKeys(place: Window, signal: AbortSignal, actions: () => ShortcutActions): void {
  let isHeld = false
  const letGo = () => {
    if (isHeld) actions().talk(false)
    isHeld = false
  }
  place.document.addEventListener('keydown', (event) => {
    // A key that is held down repeats, and each time a browser would scroll.
    if (isHeld && event.key === ' ') return event.preventDefault()
    const shortcut = shortcutOf(event, focusPlaceOf(isElement(event.target) ? event.target : null))
    if (!shortcut) return
    event.preventDefault()
    if (shortcut !== 'talk') return actions()[shortcut]()
    isHeld = true
    actions().talk(true)
  }, { signal })
  place.document.addEventListener('keyup', (event) => event.key === ' ' && letGo(), { signal })
  place.addEventListener('blur', letGo, { signal })
  signal.addEventListener('abort', letGo)
}

/** Each window has an Element of its own. */
function isElement(target: EventTarget | null): target is Element {
  return target !== null && 'closest' in target
}
