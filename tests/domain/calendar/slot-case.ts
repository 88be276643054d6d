import { expect } from 'vitest'
import { openSlots } from '#app/domain/calendar/slot.ts'
import type { SlotRules } from '#app/domain/calendar/slot-rules.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { readSlotCase } from '../../../server/slots/slot-case.ts'

/** A case as the command reads it. The tests write cases as people do: wall times, zones, ISO instants. */
export type SlotCase = {
  now: string
  from: string
  to: string
  type: CaseType
  assign?: 'any' | 'all'
  hosts: CaseHost[]
  movedBookingId?: string
  companyId?: string
}
export type CaseType = {
  id?: string
  durationMinutes: number
  stepMinutes?: number
  bufferBeforeMinutes?: number
  bufferAfterMinutes?: number
  noticeMinutes?: number
  noticeCounts?: 'elapsed' | 'working'
  horizonDays?: number
  horizonDate?: string
  maxPerDay?: number
  maxPerWeek?: number
  maxPerCompanyDay?: number
  maxPerCompanyWeek?: number
}
export type CaseWindow = { start: string; end: string }
export type CaseBooking = CaseWindow & {
  bufferBeforeMinutes?: number
  bufferAfterMinutes?: number
  typeId?: string
  companyId?: string
  id?: string
  state?: string
  expiresAt?: string
}
export type CaseHost = {
  id: string
  timeZone: string
  weekly?: (CaseWindow & { weekday: number })[]
  overrides?: { date: string; windows: CaseWindow[] }[]
  travel?: { from: string; to: string; timeZone: string }[]
  timeOff?: { from: string; to: string; note?: string }[]
  holidays?: { date: string; name: string }[]
  busy?: CaseWindow[]
  bookings?: CaseBooking[]
  maxPerDay?: number
  maxPerWeek?: number
}

/** Open on all days of the week at these hours, written `09:00-17:00`. */
export function daily(...windows: string[]): { weekday: number; start: string; end: string }[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => windows.map((text) => ({ weekday, ...windowOf(text) })))
}

export function windowOf(text: string): CaseWindow {
  const [start = '', end = ''] = text.split('-')
  return { start, end }
}

/** A host in Copenhagen, open 9-12 on every day, and one day to look at; the rest as given. */
export function caseOf({ host, hosts, type, ...rest }: {
  host?: Partial<CaseHost>
  hosts?: CaseHost[]
  type?: Partial<CaseType>
} & Partial<Omit<SlotCase, 'hosts' | 'type'>>): SlotCase {
  const home: CaseHost = { id: 'anna', timeZone: 'Europe/Copenhagen', weekly: daily('09:00-12:00') }
  return {
    now: '2027-01-01T00:00:00Z',
    from: '2027-05-03T00:00:00Z',
    to: '2027-05-04T00:00:00Z',
    type: { durationMinutes: 60, ...type },
    hosts: hosts ?? [{ ...home, ...host }],
    ...rest,
  }
}

export function rulesOf(slotCase: SlotCase): SlotRules {
  const read = readSlotCase(JSON.stringify(slotCase))
  if (!read.ok) throw new Error(read.fault)
  return read.rules
}

/** The starts of a case, as `05-03 07:00` in UTC. */
export function startsOf(slotCase: SlotCase): string[] {
  return openSlots(rulesOf(slotCase)).map((slot) => isoInstant(slot.startsAt).slice(5, 16).replace('T', ' '))
}

export function expectStarts(slotCase: SlotCase, starts: string[]): void {
  expect(startsOf(slotCase)).toEqual(starts)
}
