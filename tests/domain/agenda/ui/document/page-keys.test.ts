import { expect, test } from 'vitest'
import { keyPlaceOf, pageOfKey, type KeyPlace } from '#app/domain/agenda/ui/document/page-keys.ts'

const AT = { page: 3, pages: 5 }

test.each<[string, KeyPlace, number | null]>([
  ['ArrowRight', 'document', 4], ['ArrowLeft', 'document', 2], ['PageDown', 'document', 4], ['PageUp', 'document', 2],
  ['Home', 'document', 1], ['End', 'document', 5], ['ArrowDown', 'document', null], ['a', 'document', null],
  ['ArrowRight', 'page', 4], ['PageDown', 'page', null], ['Home', 'page', null],
  ['ArrowRight', 'elsewhere', null],
])('%s with the focus in %s leads to %s', (key, place, expected) => {
  expect(pageOfKey(pressed(key), place, AT)).toBe(expected)
})

test('there is nothing before the first page and after the last', () => {
  expect(pageOfKey(pressed('ArrowLeft'), 'document', { page: 1, pages: 5 })).toBeNull()
  expect(pageOfKey(pressed('ArrowRight'), 'document', { page: 5, pages: 5 })).toBeNull()
  expect(pageOfKey(pressed('Home'), 'document', { page: 1, pages: 5 })).toBeNull()
})

test('a key that is held down, has a partner, or was used already turns nothing', () => {
  const parts = [{ repeat: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }, { shiftKey: true }, { defaultPrevented: true }]
  for (const part of parts) {
    expect(pageOfKey({ ...pressed('ArrowRight'), ...part }, 'document', AT)).toBeNull()
  }
})

test('arrows belong to the field that has the focus, to the tabs beside it, and else to the document', () => {
  expect(keyPlaceOf(null)).toBe('page')
  expect(keyPlaceOf(at('.room-main'))).toBe('page')
  expect(keyPlaceOf(at('button', '[data-person="document"]'))).toBe('document')
  expect(keyPlaceOf(at('input', '[data-person="document"]'))).toBe('elsewhere')
  expect(keyPlaceOf(at('button'))).toBe('elsewhere')
})

/** An element as far as it is asked: what it is, and what stands around it. */
function at(kind: string, around?: string): Element {
  const element: Pick<Element, 'matches' | 'closest'> = {
    matches: (selector: string) => selector.split(', ').includes(kind),
    closest: (selector: string) => (selector === around ? {} : null),
  }
  return Object.assign(Object.create(null), element)
}

function pressed(key: string) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false, defaultPrevented: false }
}
