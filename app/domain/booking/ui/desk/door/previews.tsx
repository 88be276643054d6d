import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import type { SeatRecord } from '#app/domain/meeting/attendance/presence-record.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { Attendance } from './attendance.tsx'
import { BellSettings, DoorBell } from './door-bell.tsx'

type Preview = { name: string; locale: Locale; element: ReactElement }

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
const STARTS_AT = 1_795_597_200_000
const PRESENT: SeatRecord = { seatId: 'host', minutes: 29, lateMinutes: null, isNoShow: false, connectFaults: 0 }
const NAMES = { host: CAST.consultant.name, guest: CAST.soren.name, colleague: CAST.amina.name }

/** The bell of the desk, and who was at a meeting. */
export function doorDeskPreviews(): Preview[] {
  return (['da', 'en'] as const).flatMap((locale) => [
    draw('desk-bell', locale, <><DoorBell locale={locale} isShown /><BellSettings locale={locale} isShown /></>),
    draw('attendance-held', locale, drawAttendance(locale, true)),
    draw('attendance-no-show', locale, drawAttendance(locale, false)),
  ])
}

function drawAttendance(locale: Locale, isHeld: boolean): ReactElement {
  const late = { ...PRESENT, seatId: 'guest', minutes: 24, lateMinutes: 5, connectFaults: 2 }
  const missing = { ...PRESENT, seatId: 'guest', minutes: 0, isNoShow: true }
  const seats = [PRESENT, isHeld ? late : missing, { ...missing, seatId: 'colleague' }]
  const stays = [{ id: 'stay', name: NAMES.host, joinedAt: STARTS_AT, leftAt: STARTS_AT + 29 * MINUTE_MS }]
  const reader = { locale, timeZone: 'Europe/Copenhagen', now: STARTS_AT + 60 * MINUTE_MS }
  return <div className="desk"><Attendance record={{ isHeld, seats }} stays={stays} names={NAMES} reader={reader} /></div>
}

function draw(name: string, locale: Locale, element: ReactElement): Preview {
  return { name, locale, element: <div className="page-main">{element}</div> }
}
