import { expect, test } from 'vitest'
import { recordOf, type Connection } from '#app/domain/meeting/attendance/presence-record.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'

const START = Date.UTC(2026, 10, 25, 9)
const SEATS = [{ seatId: 'host', role: 'host', connectFaults: 0 }, { seatId: 'guest', role: 'guest', connectFaults: 2 }] as const
const minute = (minutes: number) => START + minutes * MINUTE_MS

function inside(seatId: string, from: number, to: number | null): Connection {
  return { seatId, joinedAt: minute(from), leftAt: to === null ? null : minute(to) }
}

function record(connections: Connection[], { state = 'ended' as const, now = minute(40) } = {}) {
  return recordOf({ meeting: { state, startsAt: START, endsAt: minute(30) }, seats: SEATS, connections }, now)
}

test('minutes are counted once, however many windows were open', () => {
  const { seats } = record([inside('host', -5, 10), inside('host', 5, 12), inside('host', 20, 30.9), inside('guest', 0, 12)])
  expect(seats.map(({ minutes }) => minutes)).toEqual([27, 12])
})

test.each([[1.9, null], [2, null], [2.1, 2], [9, 9]])('whoever comes %d minutes after the start is late by %j', (came, late) => {
  expect(record([inside('guest', came, 30)]).seats[1]?.lateMinutes).toBe(late)
})

test.each([
  ['for a minute together', [inside('host', 0, 5), inside('guest', 4, 9)], true],
  ['for less', [inside('host', 0, 4.9), inside('guest', 4, 9)], false],
  ['for a minute in two halves', [inside('host', 0, 30), inside('guest', 1, 1.5), inside('guest', 3, 3.5)], true],
  ['one after the other', [inside('host', 0, 5), inside('guest', 6, 20)], false],
  ['the host alone', [inside('host', 0, 30)], false],
])('%s: held is %s', (_, connections, isHeld) => {
  expect(record(connections).isHeld).toBe(isHeld)
})

test('nobody is missing before the meeting is over, and whoever was there for a moment never', () => {
  const seatsOf = (state: 'ended' | 'live' | 'cancelled' | 'scheduled', now: number) =>
    recordOf({ meeting: { state, startsAt: START, endsAt: minute(30) }, seats: SEATS, connections: [inside('host', 0, 1)] }, now)
      .seats.map(({ isNoShow }) => isNoShow)
  expect(seatsOf('live', minute(10))).toEqual([false, false])
  expect(seatsOf('ended', minute(10))).toEqual([false, true])
  expect(seatsOf('scheduled', minute(30))).toEqual([false, true])
  expect(seatsOf('cancelled', minute(40))).toEqual([false, false])
})

test('a stay that lasts counts up to now, and broken connections are handed on', () => {
  const { seats } = record([inside('guest', 0, null)], { now: minute(7.5) })
  expect(seats[1]).toEqual({ seatId: 'guest', minutes: 7, lateMinutes: null, isNoShow: false, connectFaults: 2 })
})
