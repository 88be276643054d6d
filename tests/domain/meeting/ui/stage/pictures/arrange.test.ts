import { describe, expect, test } from 'vitest'
import { arrange, isSameSpot, type StageWish } from '#app/domain/meeting/ui/stage/pictures/arrange.ts'

const SCREEN = { attach() {}, detach() {} }
const mette = { id: 'mette', screen: null }
const soren = { id: 'soren', screen: null }
const amina = { id: 'amina', screen: null }
const sharing = { id: 'soren', screen: SCREEN }

const wish: StageWish = { layout: 'automatic', pinned: null, isSelfHidden: false, speakerId: null }

describe('by itself', () => {
  test('nobody else, one other, several others', () => {
    expect(arrange([], wish)).toEqual({ shape: 'alone', large: null, rest: 1 })
    expect(arrange([mette], wish)).toEqual({ shape: 'pair', large: null, rest: 1 })
    expect(arrange([mette, soren], wish)).toEqual({ shape: 'even', large: null, rest: 3 })
  })

  test('what is shared is large, and everybody else in the strip', () => {
    expect(arrange([mette, sharing], wish)).toEqual({ shape: 'focus', large: { kind: 'screen' }, rest: 3 })
  })

  test('a hidden own picture takes no place', () => {
    expect(arrange([mette, soren], { ...wish, isSelfHidden: true }).rest).toBe(2)
    expect(arrange([], { ...wish, isSelfHidden: true })).toEqual({ shape: 'alone', large: null, rest: 0 })
  })
})

describe('whoever speaks', () => {
  const speaker: StageWish = { ...wish, layout: 'speaker' }

  test('the one who has the word is large; before anybody has spoken, the first', () => {
    expect(arrange([mette, soren], { ...speaker, speakerId: 'soren' }).large).toEqual({ kind: 'person', id: 'soren' })
    expect(arrange([mette, soren], speaker).large).toEqual({ kind: 'person', id: 'mette' })
  })

  test('somebody who has left is large no longer', () => {
    expect(arrange([mette, amina], { ...speaker, speakerId: 'soren' }).large).toEqual({ kind: 'person', id: 'mette' })
  })

  test('two people are a pair in this layout too', () => {
    expect(arrange([mette], { ...speaker, speakerId: 'mette' }).shape).toBe('pair')
  })

  test('what is shared is larger than who speaks', () => {
    expect(arrange([mette, sharing], { ...speaker, speakerId: 'mette' }).large).toEqual({ kind: 'screen' })
  })
})

describe('side by side', () => {
  const even: StageWish = { ...wish, layout: 'side-by-side' }

  test('all are alike, oneself and the shared screen included', () => {
    expect(arrange([mette], even)).toEqual({ shape: 'even', large: null, rest: 2 })
    expect(arrange([mette, sharing], even)).toEqual({ shape: 'even', large: null, rest: 4 })
  })

  test('a pin goes before it', () => {
    const pinned = { kind: 'person', id: 'mette' } as const
    expect(arrange([mette, sharing], { ...even, pinned }).large).toEqual(pinned)
  })
})

describe('a pin', () => {
  test('on a person goes before what is shared, and on what is shared before a person', () => {
    const person = { kind: 'person', id: 'mette' } as const
    expect(arrange([mette, sharing], { ...wish, pinned: person })).toEqual({ shape: 'focus', large: person, rest: 3 })
    expect(arrange([mette, sharing], { ...wish, layout: 'side-by-side', pinned: { kind: 'screen' } }).large).toEqual({ kind: 'screen' })
  })

  test('counts for nothing once the person or the share is gone', () => {
    expect(arrange([mette, soren], { ...wish, pinned: { kind: 'person', id: 'amina' } }).shape).toBe('even')
    expect(arrange([mette, soren], { ...wish, pinned: { kind: 'screen' } }).shape).toBe('even')
    expect(arrange([mette], { ...wish, pinned: { kind: 'person', id: 'mette' } }).shape).toBe('pair')
  })
})

test('places are the same when both kind and person are', () => {
  expect(isSameSpot({ kind: 'screen' }, { kind: 'screen' })).toBe(true)
  expect(isSameSpot({ kind: 'person', id: 'mette' }, { kind: 'person', id: 'mette' })).toBe(true)
  expect(isSameSpot({ kind: 'person', id: 'mette' }, { kind: 'person', id: 'soren' })).toBe(false)
  expect(isSameSpot({ kind: 'person', id: 'mette' }, { kind: 'screen' })).toBe(false)
  expect(isSameSpot(null, { kind: 'screen' })).toBe(false)
})

describe('a document that the host shows', () => {
  const shown: StageWish = { ...wish, hasDocument: true }
  const document = { kind: 'document' } as const

  test('is large, before what is shared and whoever speaks, and everybody stands in the strip', () => {
    expect(arrange([mette], shown)).toEqual({ shape: 'focus', large: document, rest: 2 })
    expect(arrange([mette, sharing], { ...shown, layout: 'speaker', speakerId: 'mette' })).toEqual({ shape: 'focus', large: document, rest: 4 })
  })

  test('is there for whoever is alone', () => {
    expect(arrange([], shown)).toEqual({ shape: 'focus', large: document, rest: 1 })
    expect(arrange([], { ...shown, isSelfHidden: true })).toEqual({ shape: 'focus', large: document, rest: 0 })
  })

  test('gives way to a pin, and stands beside the others where that was chosen', () => {
    const pinned = { kind: 'person', id: 'mette' } as const
    expect(arrange([mette], { ...shown, pinned }).large).toEqual(pinned)
    expect(arrange([mette], { ...shown, layout: 'side-by-side' })).toEqual({ shape: 'even', large: null, rest: 3 })
    expect([isSameSpot(document, document), isSameSpot(document, pinned), isSameSpot(pinned, document)]).toEqual([true, false, false])
  })
})
