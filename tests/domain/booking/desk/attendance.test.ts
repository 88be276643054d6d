import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { SeatRecord } from '#app/domain/meeting/attendance/presence-record.ts'
import { Attendance } from '#app/domain/booking/ui/desk/door/attendance.tsx'

const QUIET: SeatRecord = { seatId: 'guest', minutes: 0, lateMinutes: null, isNoShow: false, connectFaults: 0 }
const reader = { locale: 'da', timeZone: 'Europe/Copenhagen', now: 0 } as const

function draw(seat: SeatRecord): string {
  return renderToStaticMarkup(createElement(Attendance, { stays: [], record: { isHeld: false, seats: [seat] }, names: { guest: 'Søren Kjær' }, reader }))
}

test('who was there is no part of a page about a meeting to which nobody has come yet', () => {
  expect(draw(QUIET)).toBe('')
})

test('who was there says whether the meeting was held, and what became of each', () => {
  const html = draw({ ...QUIET, isNoShow: true })
  expect(html).toContain('Hvem var med')
  expect([...html.matchAll(/<li>/g)]).toHaveLength(2)
  expect(html).toMatch(/Søren Kjær.*kom ikke/)
})
