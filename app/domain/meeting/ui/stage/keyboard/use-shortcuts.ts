import { useEffect, useRef } from 'react'
import { focusPlaceOf, shortcutOf, type Shortcut } from './shortcuts.ts'

export type ShortcutActions = Record<Exclude<Shortcut, 'talk'>, () => void> & {
  /** The space bar is held down, or let go. */
  talk(isHeld: boolean): void
}

/** Hears single keys while `isOn`. What a key does may change from one drawing to the next. */
export function useShortcuts(isOn: boolean, actions: ShortcutActions): void {
  const newest = useRef(actions)
  useEffect(() => { newest.current = actions })
  useEffect(() => {
    if (!isOn) return
    const listening = new AbortController()
    hearKeys(listening.signal, () => newest.current)
    return () => listening.abort()
  }, [isOn])
}

/** Whoever leaves the page with the key down is not heard any longer: the key's end is never told. */
function hearKeys(signal: AbortSignal, actions: () => ShortcutActions): void {
  let isHeld = false
  const letGo = () => {
    if (isHeld) actions().talk(false)
    isHeld = false
  }
  document.addEventListener('keydown', (event) => {
    const shortcut = shortcutOf(event, focusPlaceOf(event.target instanceof Element ? event.target : null))
    if (!shortcut) return
    event.preventDefault()
    if (shortcut !== 'talk') return actions()[shortcut]()
    isHeld = true
    actions().talk(true)
  }, { signal })
  document.addEventListener('keyup', (event) => event.key === ' ' && letGo(), { signal })
  window.addEventListener('blur', letGo, { signal })
  signal.addEventListener('abort', letGo)
}
