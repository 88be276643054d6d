import { expect, test } from 'vitest'
import { sightOf } from '#app/domain/agenda/sight/sight.ts'
import type { DoorState, MeetingState } from '#app/domain/meeting/meeting.ts'

const guest = (door: DoorState, isOther = false) => ({ role: 'guest' as const, door, isOther })

test.each<MeetingState>(['pending', 'scheduled', 'open', 'live'])('a guest sees a %s meeting\'s agenda whole from inside, and its plan from anywhere else', (state) => {
  expect((['admitted', 'waiting', 'away', 'removed'] as const).map((door) => sightOf(guest(door), { state }))).toEqual(['whole', 'plan', 'plan', 'none'])
  expect(sightOf(guest('admitted', true), { state })).toBe('plan')
})

test('once it is over all see it whole but those who were sent away', () => {
  const seen = [guest('away'), guest('admitted', true), guest('removed'), guest('removed', true)].map((one) => sightOf(one, { state: 'ended' }))
  expect(seen).toEqual(['whole', 'whole', 'none', 'none'])
})

test('a host sees it whole, inside or not', () => {
  expect(sightOf({ role: 'host', door: 'away', isOther: false }, { state: 'live' })).toBe('whole')
})
