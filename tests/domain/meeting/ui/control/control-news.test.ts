import { expect, test } from 'vitest'
import { messages } from '#app/i18n/messages.ts'
import type { DoorView } from '#app/domain/meeting/room-data.ts'
import { newsOfControl } from '#app/domain/meeting/ui/control/control-news.ts'
import { doorView } from '../call/door-view.ts'

const texts = messages('da').room
const guest = { role: 'guest', seatId: 'me', texts } as const
const host = { ...guest, role: 'host' } as const
const inside = (given: Partial<DoorView> = {}) => doorView({ me: { door: 'admitted' }, ...given })
const hand = (seatId: string, name: string) => ({ seatId, name, identity: seatId })

test('a hand that goes up is told once, to others by name and to its owner as theirs', () => {
  const [before, after] = [inside(), inside({ hands: [hand('other', 'Søren'), hand('me', 'Amina')] })]
  expect(newsOfControl(before, after, guest)).toEqual(['Søren har et spørgsmål.', texts.talk.hand.yours])
  expect(newsOfControl(after, after, guest)).toEqual([])
  expect(newsOfControl(after, before, guest)).toEqual([texts.talk.hand.isDown])
})

test('a lock is told to hosts alone', () => {
  const [open, locked] = [inside(), inside({ isLocked: true })]
  expect(newsOfControl(open, locked, host)).toEqual([texts.talk.people.isLocked])
  expect(newsOfControl(locked, open, host)).toEqual([texts.talk.people.isUnlocked])
  expect(newsOfControl(open, locked, guest)).toEqual([])
})

test('who leads now is told to everybody inside, and to the one who does as theirs', () => {
  const [before, after] = [inside(), inside({ leader: { seatId: 'me', name: 'Thomas' } })]
  expect(newsOfControl(before, after, host)).toEqual([texts.talk.people.youLead])
  for (const other of [{ ...host, seatId: 'before' }, { ...guest, seatId: 'guest' }]) {
    expect(newsOfControl(before, after, other)).toEqual(['Thomas leder mødet nu.'])
  }
  expect(newsOfControl(after, after, host)).toEqual([])
})

test('whoever comes in is not told of what was so before', () => {
  expect(newsOfControl(doorView({ me: { door: 'waiting' } }), inside({ hands: [hand('other', 'Søren')], isLocked: true }), host)).toEqual([])
})
