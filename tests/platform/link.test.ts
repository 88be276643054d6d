import { expect, test } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { isLinkKey, linkKey } from '#app/platform/link.server.ts'

const seatId = newId()

test('the same link can be made again at any time', () => {
  expect(linkKey('room', seatId, 1)).toBe(linkKey('room', seatId, 1))
  expect(linkKey('room', seatId, 1)).toMatch(/^[\w-]{43}$/)
  expect(isLinkKey(linkKey('room', seatId, 1), 'room', seatId, 1)).toBe(true)
})

test('a key opens one purpose, one seat and one generation', () => {
  const key = linkKey('room', seatId, 1)
  expect(isLinkKey(key, 'booking', seatId, 1)).toBe(false)
  expect(isLinkKey(key, 'room', newId(), 1)).toBe(false)
  expect(isLinkKey(key, 'room', seatId, 2)).toBe(false)
})

test('nothing that only looks like a key is one', () => {
  const key = linkKey('room', seatId, 1)
  for (const given of ['', key.slice(1), `${key}A`, key.toLowerCase(), 'ø'.repeat(43)]) expect(isLinkKey(given, 'room', seatId, 1), given).toBe(false)
})
