import type { NewEntryKind } from '../../agenda.ts'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/**
 * What a chord makes of a line. Enter lies on every keyboard and writes nothing together with these keys; Ctrl with Alt is left
 * alone, for it is AltGr, by which a Danish keyboard writes.
 */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: Pressed): NewEntryKind | null {
  if (key !== 'Enter' || isComposing) return null
  const isCommand = ctrlKey || metaKey
  if (altKey) return isCommand || shiftKey ? null : 'parked'
  if (!isCommand) return null
  return shiftKey ? 'next-step' : 'decision'
}
