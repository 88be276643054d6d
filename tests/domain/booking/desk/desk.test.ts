import { expect, test } from 'vitest'
import { arrangeDay, COMING_COUNT, outcomeOf, type DeskMeeting } from '#app/domain/booking/desk/desk.ts'
import type { MailStanding } from '#app/domain/booking/delivery/standing.ts'
import { distanceText, guestsText, briefMoment } from '#app/domain/booking/ui/desk/words.ts'
import { messages } from '#app/i18n/messages.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
const NOW = Date.UTC(2026, 10, 25, 9)
const ZONE = 'Europe/Copenhagen'
const GUEST = { seatId: 's', name: 'Søren Kjær', companyName: 'Nordlys', door: 'waiting', isPresent: true, turnUp: null } as const
const texts = messages('da').desk.today

function meetingAt(startsAt: number, own: Partial<DeskMeeting> = {}): DeskMeeting {
  return { id: String(startsAt), title: 'Møde', startsAt, endsAt: startsAt + 30 * MINUTE_MS, state: 'scheduled', hostSeatId: 'h', guests: [], mail: 'none', reply: null, answerBy: null, ...own }
}

test('the next meeting stands first and nowhere else', () => {
  const day = arrangeDay([meetingAt(NOW + HOUR_MS), meetingAt(NOW + 2 * HOUR_MS)], NOW, ZONE)
  expect(day.focus).toMatchObject({ isNow: false, meeting: { startsAt: NOW + HOUR_MS } })
  expect(day.rest.map((one) => one.startsAt)).toEqual([NOW + 2 * HOUR_MS])
})

test('a meeting that runs over stays the one of now, before the one that should have begun', () => {
  const day = arrangeDay([meetingAt(NOW - HOUR_MS, { state: 'live' }), meetingAt(NOW)], NOW, ZONE)
  expect(day.focus).toMatchObject({ isNow: true, meeting: { state: 'live' } })
})

test('what waits for an answer is not next, and stands apart with the most urgent first', () => {
  const asked = [meetingAt(NOW + HOUR_MS, { state: 'pending', answerBy: NOW + 9 }), meetingAt(NOW + DAY_MS, { state: 'pending', answerBy: NOW + 1 })]
  const lapsing = meetingAt(NOW + 2 * HOUR_MS, { state: 'pending' })
  const day = arrangeDay([...asked, lapsing], NOW, ZONE)
  expect(day.focus).toBe(null)
  expect(day.asked.map((one) => one.answerBy)).toEqual([NOW + 1, NOW + 9])
  expect(day.rest).toHaveLength(2)
})

test('cancelled and ended meetings are never next, but stay in their day', () => {
  const gone = [meetingAt(NOW - MINUTE_MS, { state: 'ended' }), meetingAt(NOW + HOUR_MS, { state: 'cancelled' })]
  const day = arrangeDay(gone, NOW, ZONE)
  expect(day.focus).toBeNull()
  expect(day.earlier.map((one) => one.state)).toEqual(['ended'])
  expect(day.rest.map((one) => one.state)).toEqual(['cancelled'])
})

test('days are those of the consultant’s own zone', () => {
  const lateInDenmark = Date.UTC(2026, 10, 25, 22, 30)
  const lateInLondon = meetingAt(Date.UTC(2026, 10, 25, 23, 30))
  const first = meetingAt(lateInDenmark)
  expect(arrangeDay([first, lateInLondon], NOW, ZONE).coming).toEqual([lateInLondon])
  expect(arrangeDay([first, lateInLondon], NOW, 'Europe/London').rest).toEqual([lateInLondon])
})

test('the coming meetings stop at a number and say so; the recent ones begin with the newest', () => {
  const ahead = Array.from({ length: COMING_COUNT + 2 }, (_, index) => meetingAt(NOW + (index + 1) * DAY_MS))
  const behind = [meetingAt(NOW - 3 * DAY_MS), meetingAt(NOW - DAY_MS)]
  const day = arrangeDay([...behind, ...ahead], NOW, ZONE)
  expect(day.coming).toHaveLength(COMING_COUNT)
  expect(day.isComingCut).toBe(true)
  expect(arrangeDay(ahead.slice(1), NOW, ZONE).isComingCut).toBe(false)
  expect(day.recent).toEqual([behind[1], behind[0]])
})

test('only who still waits at a door that can open is announced', () => {
  const waiting = meetingAt(NOW, { guests: [GUEST, { ...GUEST, isPresent: false }, { ...GUEST, door: 'admitted' }] })
  const over = meetingAt(NOW - HOUR_MS, { state: 'ended', guests: [GUEST] })
  expect(arrangeDay([over, waiting], NOW, ZONE).atTheDoor).toEqual([{ hostSeatId: 'h', guest: GUEST }])
})

test('one mail that failed outweighs those that arrived, unless a newer one took its place', () => {
  const outcome = (...standings: MailStanding[]) => outcomeOf(standings.map((standing) => ({ standing })))
  expect(outcome()).toBe('none')
  expect(outcome('sent', 'sent')).toBe('sent')
  expect(outcome('sent', 'waiting')).toBe('waiting')
  expect(outcome('sent', 'undelivered', 'waiting')).toBe('failed')
  expect(outcome('overtaken', 'sent')).toBe('sent')
})

test('a meeting to come of which somebody may not know stands out, a cancelled one too, and a past one not', () => {
  const failed = [meetingAt(NOW + HOUR_MS, { mail: 'failed' }), meetingAt(NOW + DAY_MS, { mail: 'failed', state: 'cancelled' })]
  const others = [meetingAt(NOW - HOUR_MS, { mail: 'failed', state: 'ended' }), meetingAt(NOW + DAY_MS, { mail: 'waiting' })]
  expect(arrangeDay([...others, ...failed], NOW, ZONE).undelivered).toEqual(failed)
})

test('distances are said in the largest units that matter', () => {
  expect(distanceText(NOW + 30_000, { now: NOW, timeZone: ZONE }, texts)).toBe('begynder nu')
  expect(distanceText(NOW + 2 * HOUR_MS + 15 * MINUTE_MS, { now: NOW, timeZone: ZONE }, texts)).toBe('om 2 t. 15 min.')
  expect(distanceText(NOW - 5 * MINUTE_MS, { now: NOW, timeZone: ZONE }, texts)).toBe('begyndte for 5 min. siden')
  expect(distanceText(NOW + 30 * HOUR_MS, { now: NOW, timeZone: ZONE }, texts)).toBe('om 1 dag')
  expect(distanceText(NOW + 3 * DAY_MS, { now: NOW, timeZone: ZONE }, texts)).toBe('om 3 dage')
  expect(distanceText(NOW + 47 * HOUR_MS, { now: NOW + 10 * HOUR_MS, timeZone: ZONE }, texts)).toBe('om 2 dage')
})

test('guests are named with their company, and moments with their day unless it is today', () => {
  expect(guestsText([GUEST], texts, 'da')).toBe('Søren Kjær, Nordlys')
  expect(guestsText([GUEST, { name: 'Amina', companyName: null }], texts, 'da')).toBe('Søren Kjær og Amina, Nordlys')
  const reader = { locale: 'da', timeZone: ZONE, now: NOW } as const
  expect(briefMoment(NOW, reader)).toBe('10.00')
  expect(briefMoment(NOW - DAY_MS, reader)).toBe('tirsdag 24. november 10.00')
})
