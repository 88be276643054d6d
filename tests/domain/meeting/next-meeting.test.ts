import { expect, test } from 'vitest'
import { bookFault, offerFault } from '#app/domain/meeting/next-meeting.ts'

const host = { role: 'host', door: 'admitted' } as const
const guest = { role: 'guest', door: 'admitted' } as const

test('only the host offers times, and only while both are in the room', () => {
  expect(offerFault(host, 'live')).toBeNull()
  expect(offerFault(host, 'open')).toBeNull()
  expect(offerFault(guest, 'live')).toBe('not-allowed')
  for (const state of ['scheduled', 'pending', 'cancelled', 'ended'] as const) expect(offerFault(host, state)).toBe('not-open')
})

test('in the room a guest who is inside says yes to what was offered, and the host does not say it for them', () => {
  expect(bookFault(guest, { state: 'live', isOffered: true })).toBeNull()
  expect(bookFault(guest, { state: 'live', isOffered: false })).toBe('not-offered')
  expect(bookFault({ ...guest, door: 'waiting' }, { state: 'live', isOffered: true })).toBe('not-allowed')
  expect(bookFault(host, { state: 'live', isOffered: true })).toBe('not-allowed')
})

test('after the end either side books, but nobody who was sent away', () => {
  expect(bookFault(host, { state: 'ended', isOffered: false })).toBeNull()
  expect(bookFault({ ...guest, door: 'away' }, { state: 'ended', isOffered: false })).toBeNull()
  expect(bookFault({ ...guest, door: 'removed' }, { state: 'ended', isOffered: true })).toBe('not-allowed')
})

test('before it begins, and of one that is off, nothing follows', () => {
  for (const state of ['scheduled', 'pending', 'cancelled'] as const) expect(bookFault(guest, { state, isOffered: true })).toBe('not-open')
})
