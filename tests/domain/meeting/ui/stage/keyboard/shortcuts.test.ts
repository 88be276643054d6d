import { describe, expect, test } from 'vitest'
import { focusPlaceOf, SHORTCUT_KEYS, shortcutOf } from '#app/domain/meeting/ui/stage/keyboard/shortcuts.ts'

function press(key: string, more: Partial<Parameters<typeof shortcutOf>[0]> = {}) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, isComposing: false, defaultPrevented: false, ...more }
}

describe('a key', () => {
  test.each(SHORTCUT_KEYS)('$key means $shortcut', ({ key, shortcut }) => {
    expect(shortcutOf(press(key), 'free')).toBe(shortcut)
  })

  test('means the same with the capitals lock on', () => {
    expect(shortcutOf(press('M'), 'free')).toBe('microphone')
  })

  test('is written in a field, whatever it is', () => {
    for (const { key } of SHORTCUT_KEYS) expect(shortcutOf(press(key), 'field')).toBeNull()
  })

  test('belongs to the dialog that is open', () => {
    for (const { key } of SHORTCUT_KEYS) expect(shortcutOf(press(key), 'layer')).toBeNull()
  })

  test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }, { isComposing: true }, { defaultPrevented: true }])(
    'is left to others with %o', (more) => {
      expect(shortcutOf(press('c', more), 'free')).toBeNull()
    },
  )

  test('that nobody has given a meaning does nothing', () => {
    for (const key of ['x', 'Escape', 'Tab', 'Enter', 'ArrowDown', '1']) expect(shortcutOf(press(key), 'free')).toBeNull()
  })

  test('the space bar presses a button that has the focus, and letters work there too', () => {
    expect(shortcutOf(press(' '), 'pressable')).toBeNull()
    expect(shortcutOf(press('m'), 'pressable')).toBe('microphone')
  })
})

describe('where the focus is', () => {
  const inside = (...kinds: string[]) => ({ closest: (selector: string) => (kinds.some((kind) => selector.split(', ').includes(kind)) ? {} as Element : null) })

  test('is told by what is around it', () => {
    expect(focusPlaceOf(null)).toBe('free')
    expect(focusPlaceOf(inside('textarea'))).toBe('field')
    expect(focusPlaceOf(inside('dialog'))).toBe('layer')
    expect(focusPlaceOf(inside('[popover]', 'button'))).toBe('layer')
    expect(focusPlaceOf(inside('button'))).toBe('pressable')
  })
})
