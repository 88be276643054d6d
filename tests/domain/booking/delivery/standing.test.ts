import { expect, test } from 'vitest'
import { maySendAgain, standingsOf, type MailTries } from '#app/domain/booking/delivery/standing.ts'
import { isExpected } from '#app/domain/meeting/meeting.ts'
import { SEAT_MAIL_KINDS, type MeetingState } from '#app/domain/meeting/meeting.ts'

const NOW = Date.UTC(2026, 10, 25, 9)
const sent = { sentAt: 1, failedAt: null, bouncedAt: null }
const failed = { sentAt: null, failedAt: 2, bouncedAt: null }
const bounced = { sentAt: 1, failedAt: null, bouncedAt: 2 }
const waiting = { sentAt: null, failedAt: null, bouncedAt: null }

function mail(state: typeof sent | typeof failed | typeof bounced | typeof waiting, kind: MailTries['kind'] = 'invitation', seatId = 'guest'): MailTries {
  return { kind, seatId, ...state }
}

function meeting(state: MeetingState, { startsIn = 60_000 } = {}) {
  return { state, startsAt: NOW + startsIn, endsAt: NOW + startsIn + 30_000 }
}

test('what came back is undelivered, although our mail server took it', () => {
  expect(standingsOf([mail(sent), mail(bounced), mail(waiting, 'update', 'host')])).toEqual(['sent', 'undelivered', 'waiting'])
})

test.each([
  ['the same mail sent again', mail(waiting), 'overtaken'],
  ['a later mail with the whole news', mail(sent, 'update'), 'overtaken'],
  ['a later mail that failed too', mail(failed, 'cancellation'), 'overtaken'],
  ['a mail to somebody else', mail(sent, 'invitation', 'other'), 'undelivered'],
  ['a summary, which says nothing of times', mail(sent, 'summary'), 'undelivered'],
])('%s makes an undelivered mail %s', (_, later, standing) => {
  expect(standingsOf([mail(failed), later])[0]).toBe(standing)
  expect(standingsOf([later, mail(failed)])[1]).toBe('undelivered')
})

test('only the newest of several that failed is left to send again', () => {
  expect(standingsOf([mail(failed), mail(failed, 'update'), mail(failed, 'summary'), mail(bounced, 'update')]))
    .toEqual(['overtaken', 'overtaken', 'undelivered', 'undelivered'])
})

test('a mail can be sent again while it says what is so', () => {
  const may = (kind: MailTries['kind'], state: MeetingState, startsIn?: number) => (
    maySendAgain({ kind, standing: 'undelivered', door: 'away' }, meeting(state, { startsIn }), NOW)
  )
  expect(['invitation', 'update', 'people'].map((kind) => SEAT_MAIL_KINDS.find((one) => one === kind)).every((kind) => kind && may(kind, 'scheduled'))).toBe(true)
  expect(may('invitation', 'live', -10_000)).toBe(true)
  expect(may('invitation', 'scheduled', -40_000)).toBe(false)
  expect([may('invitation', 'cancelled'), may('invitation', 'pending'), may('cancellation', 'scheduled')]).toEqual([false, false, false])
  expect([may('cancellation', 'cancelled'), may('asked', 'pending'), may('refused', 'cancelled')]).toEqual([true, true, true])
  expect(may('cancellation', 'cancelled', -40_000)).toBe(false)
  expect([may('summary', 'ended', -99_000_000), may('summary', 'scheduled'), may('removal', 'scheduled')]).toEqual([true, false, false])
})

test('to whoever was sent away only what the appointment is goes again', () => {
  const may = (kind: MailTries['kind'], state: MeetingState) => maySendAgain({ kind, standing: 'undelivered', door: 'removed' }, meeting(state), NOW)
  expect([may('summary', 'ended'), may('update', 'scheduled'), may('cancellation', 'cancelled')]).toEqual([false, true, true])
})

test('what arrived, may yet arrive or was overtaken is never sent again', () => {
  for (const standing of ['sent', 'waiting', 'overtaken'] as const) {
    expect(maySendAgain({ kind: 'invitation', standing, door: 'away' }, meeting('scheduled'), NOW)).toBe(false)
  }
})

test('what is pending or off stands in no calendar', () => {
  expect((['pending', 'scheduled', 'live', 'cancelled', 'ended'] as const).map((state) => isExpected(meeting(state))))
    .toEqual([false, true, true, false, false])
})
