/** What a single key does in a call. */
export type Shortcut =
  | 'microphone' | 'camera' | 'share' | 'question' | 'agenda' | 'layout' | 'picture-in-picture' | 'sheet' | 'talk'
  | 'next-item' | 'timer' | 'notes' | 'decision' | 'next-step'

/** Keys by what they write, not by where they lie: a sheet that says M must be right on any keyboard. */
export const SHORTCUT_KEYS: readonly { shortcut: Shortcut; key: string; isHosts?: true }[] = [
  { shortcut: 'microphone', key: 'm' },
  { shortcut: 'talk', key: ' ' },
  { shortcut: 'camera', key: 'c' },
  { shortcut: 'share', key: 's' },
  { shortcut: 'question', key: 'q' },
  { shortcut: 'agenda', key: 'd' },
  { shortcut: 'next-item', key: 'n', isHosts: true },
  { shortcut: 'timer', key: 'u', isHosts: true },
  { shortcut: 'notes', key: 't' },
  { shortcut: 'decision', key: 'b' },
  { shortcut: 'next-step', key: 'k' },
  { shortcut: 'layout', key: 'l' },
  { shortcut: 'picture-in-picture', key: 'p' },
  { shortcut: 'sheet', key: '?' },
]

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'isComposing' | 'defaultPrevented'>

/** Where the focus is: in a field that takes letters, on something that the space bar presses, in a dialog or menu, or elsewhere. */
export type FocusPlace = 'field' | 'pressable' | 'layer' | 'free'

/** The shortcut that a press of a key means, or null. A press that somebody else has a use for is left to them. */
export function shortcutOf(pressed: Pressed, focus: FocusPlace): Shortcut | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  if (pressed.repeat || pressed.isComposing || pressed.defaultPrevented) return null
  if (focus === 'field' || focus === 'layer') return null
  const key = pressed.key.toLowerCase()
  if (key === ' ' && focus === 'pressable') return null
  return SHORTCUT_KEYS.find((known) => known.key === key)?.shortcut ?? null
}

const FIELDS = 'input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"]), textarea, select, [contenteditable]'
const PRESSABLE = 'button, a[href], summary, input, [role="button"], [role="menuitem"]'
const LAYERS = 'dialog, [popover]'

/** @param target what has the focus, with the browser's `closest`. */
export function focusPlaceOf(target: Pick<Element, 'closest'> | null): FocusPlace {
  if (target?.closest(FIELDS)) return 'field'
  if (target?.closest(LAYERS)) return 'layer'
  return target?.closest(PRESSABLE) ? 'pressable' : 'free'
}
