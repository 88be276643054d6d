import { expect, test } from 'vitest'
import { isMissed, worthTelling } from '#app/domain/meeting/reminders/reminder.ts'
import { isAnswerable, readLateMinutes } from '#app/domain/meeting/turn-up/turn-up.ts'
import { isMovable } from '#app/domain/meeting/meeting.ts'
import type { Meeting, Seat } from '#app/domain/meeting/seat.ts'
import { HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { mailInput, STARTS_AT } from '../../../mail/mail-facts.ts'

const ENDS_AT = STARTS_AT + 30 * MINUTE_MS
const [HOST, GUEST] = mailInput().facts.seats as [Seat, Seat]
const BEFORE = STARTS_AT - HOUR_MS

const meetingIn = (state: Meeting['state'] = 'scheduled', startsAt = STARTS_AT): Meeting => ({
  id: 'meeting', hostId: 'host', typeId: 'type', title: '', locale: 'da', startsAt, endsAt: startsAt + 30 * MINUTE_MS, state, roomName: '',
  icsUid: '', icsSequence: 0, icsStampedAt: 0, createdAt: 0, movedAt: null, openedAt: null, lockedAt: null, endedAt: null,
})
const due = (...leads: number[]) => leads.map((minutesBefore) => ({ seatId: GUEST.id, startsAt: STARTS_AT, minutesBefore }))
type Given = { meeting?: Meeting; guest?: Seat }
const told = (rows: ReturnType<typeof due>, now: number, { meeting = meetingIn(), guest = GUEST }: Given = {}) =>
  worthTelling(rows, { meeting, seats: [HOST, guest] }, now).map(({ kind, seat }) => [kind, seat.id])

test('what is due is told to the guest it is for', () => {
  expect(told(due(60), BEFORE)).toEqual([['reminder', GUEST.id]])
  expect(told([], BEFORE)).toEqual([])
})

test('after a long halt two that are due together are one', () => {
  expect(told(due(1440, 60), BEFORE)).toEqual([['reminder', GUEST.id]])
})

test('from the very start on no reminder is told', () => {
  expect([told(due(60), STARTS_AT - 1).length, told(due(60), STARTS_AT).length]).toEqual([1, 0])
})

test('what was planned for another start is not told', () => {
  expect(told(due(60), BEFORE, { meeting: meetingIn('scheduled', STARTS_AT + HOUR_MS) })).toEqual([])
})

test.each(['cancelled', 'ended', 'pending'] as const)('nothing is told of a meeting that is %s', (state) => {
  const meeting = meetingIn(state)
  expect([told(due(60), BEFORE, { meeting }), told(due(-5), STARTS_AT + 5 * MINUTE_MS, { meeting })]).toEqual([[], []])
})

test.each([
  ['at the door', { door: 'waiting' }], ['inside', { door: 'admitted' }], ['sent away', { door: 'removed' }],
  ['gone again after knocking', { readiness: { camera: 'ready', microphone: 'ready' } }], ['gone again after being inside', { admittedAt: 1 }],
] as const)('whoever is %s is neither reminded nor missed', (_, given) => {
  const guest = { ...GUEST, ...given }
  expect([told(due(60), BEFORE, { guest }), told(due(-5), STARTS_AT + 5 * MINUTE_MS, { guest })]).toEqual([[], []])
})

test('five minutes after the start nobody has come: that is missed, and no reminder beside it', () => {
  expect(told(due(60, -5), STARTS_AT + 5 * MINUTE_MS)).toEqual([['missing', GUEST.id]])
  expect(told(due(-5), STARTS_AT + 5 * MINUTE_MS, { meeting: meetingIn('open') })).toEqual([['missing', GUEST.id]])
  expect(told(due(-5), ENDS_AT)).toEqual([])
})

test('one colleague who came is enough for nobody to be missed', () => {
  const colleague = { ...GUEST, id: 'colleague', door: 'waiting' as const }
  expect(isMissed({ meeting: meetingIn(), seats: [HOST, GUEST, colleague] }, STARTS_AT)).toBe(false)
  expect(isMissed({ meeting: meetingIn(), seats: [HOST, GUEST] }, STARTS_AT)).toBe(true)
})

test('an answer is taken from the agreement until the planned end', () => {
  const times = { startsAt: STARTS_AT, endsAt: ENDS_AT }
  for (const state of ['scheduled', 'open', 'live'] as const) expect(isAnswerable({ ...times, state }, ENDS_AT - 1)).toBe(true)
  expect(isAnswerable({ ...times, state: 'scheduled' }, ENDS_AT)).toBe(false)
  for (const state of ['pending', 'ended', 'cancelled'] as const) expect(isAnswerable({ ...times, state }, BEFORE)).toBe(false)
})

test.each([['0', 0], ['5', 5], ['15', 15], ['7', null], ['-5', null], ['', null], [null, null], ['1e1', null]])('a delay of %j is %j', (text, minutes) => {
  expect(readLateMinutes(text)).toBe(minutes)
})

test('whoever missed it may move it for as long as the room could be entered, and nobody else later than the start', () => {
  const times = { startsAt: STARTS_AT, endsAt: ENDS_AT }
  const movableIn = (state: Meeting['state'], now: number) => isMovable({ ...times, state }, now)
  expect(['scheduled', 'open', 'live', 'ended', 'cancelled', 'pending'].map((state) => movableIn(state as Meeting['state'], STARTS_AT + 1)))
    .toEqual([true, true, false, false, false, false])
  expect([movableIn('open', STARTS_AT - 1), movableIn('scheduled', ENDS_AT + 4 * HOUR_MS)]).toEqual([false, false])
})
