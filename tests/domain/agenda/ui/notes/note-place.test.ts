import { expect, test } from 'vitest'
import { placeNow, type Pin } from '#app/domain/agenda/ui/notes/use-note-place.ts'

const agenda = (ids: string[], currentItemId: string | null) => ({
  currentItemId, items: ids.map((id) => ({ id, title: id, purpose: '', minutes: 5, isDone: false, author: 'guest' as const, spentMs: 0 })),
})
const pinned = (itemId: string | null, given: Partial<Pin> = {}): Pin => ({ itemId, since: 'a', isHeld: false, ...given })

test('the field follows the meeting, and what was chosen holds till the meeting moves on', () => {
  expect(placeNow(null, agenda(['a', 'b'], 'b')).itemId).toBe('b')
  expect(placeNow(null, agenda(['a'], null)).itemId).toBeNull()
  expect(placeNow(pinned('b'), agenda(['a', 'b'], 'a')).itemId).toBe('b')
  expect(placeNow(pinned('a'), agenda(['a', 'b'], 'b')).itemId).toBe('b')
  expect(placeNow(pinned('a', { isHeld: true }), agenda(['a', 'b'], 'b')).itemId).toBe('a')
})

test('whoever writes when the point is removed stays in its text, and a line made of it belongs to the whole meeting', () => {
  const removed = { itemId: 'b', isGone: true, lineItemId: null }
  expect(placeNow(pinned('b', { isHeld: true }), agenda(['a'], 'a'))).toEqual(removed)
  // Removed while the meeting was at it, which so is at no point now.
  expect(placeNow(pinned('a', { since: 'a', isHeld: true }), agenda(['b'], null))).toEqual({ ...removed, itemId: 'a' })
  // A look at another window takes the focus, and nobody out of their text.
  expect(placeNow(pinned('b'), agenda(['a'], 'a'))).toEqual(removed)
  expect(placeNow(pinned('b', { isHeld: true }), agenda(['a', 'b'], 'a'))).toEqual({ itemId: 'b', isGone: false, lineItemId: 'b' })
})
