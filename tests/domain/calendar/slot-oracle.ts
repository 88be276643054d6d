/**
 * The rules of slots once more, by brute force: every minute of UTC is looked at by itself. Slow and plain on purpose,
 * and without a line of the product: it reads the case as it is written, and asks Intl for every minute's wall clock.
 */
import type { CaseBooking, CaseHost, CaseWindow, SlotCase } from './slot-case.ts'

export type OracleSlot = { start: string; hosts: string[] }

const MINUTE = 60_000
const DAY = 86_400_000

export function oracleSlots(slotCase: SlotCase): OracleSlot[] {
  const opened = slotCase.hosts.map((host) => openMinutes(slotCase, host))
  const slots: OracleSlot[] = []
  for (let at = Math.ceil(time(slotCase.from) / MINUTE) * MINUTE; at < time(slotCase.to); at += MINUTE) {
    if (!opened.some(({ grid }) => grid.has(at))) continue
    const free = slotCase.hosts.filter((host, index) => isFree(slotCase, host, { at, open: opened[index]!.open }))
    const onGrid = slotCase.hosts.filter((_, index) => opened[index]!.grid.has(at))
    const isAll = slotCase.assign === 'all'
    const hosts = isAll ? free : free.filter((host) => onGrid.includes(host))
    const isSlot = isAll ? free.length === slotCase.hosts.length && onGrid[0] === slotCase.hosts[0] : true
    if (isSlot && hosts.length > 0) {
      slots.push({ start: new Date(at).toISOString().replace('.000Z', 'Z'), hosts: hosts.map((host) => host.id) })
    }
  }
  return slots
}

function isFree(slotCase: SlotCase, host: CaseHost, { at, open }: { at: number; open: Set<number> }): boolean {
  const { now, type, movedBookingId } = slotCase
  const noticeMs = (type.noticeMinutes ?? 0) * MINUTE
  if (at < time(now)) return false
  if ((type.noticeCounts === 'working' ? openTime(open, time(now), at) : at - time(now)) < noticeMs) return false
  for (let minute = 0; minute < type.durationMinutes; minute++) if (!open.has(at + minute * MINUTE)) return false

  const date = wallLabel(at, host.timeZone).slice(0, 10)
  const today = wallLabel(time(now), host.timeZone).slice(0, 10)
  if (type.horizonDays !== undefined && (Date.parse(date) - Date.parse(today)) / DAY > type.horizonDays) return false

  if (type.horizonDate !== undefined && date > type.horizonDate) return false

  const standing = (host.bookings ?? []).filter((booking) => isStanding(booking, now, movedBookingId))
  const isFull = (counted: CaseBooking[], perDay = Infinity, perWeek = Infinity) => {
    const dates = counted.map((booking) => wallLabel(time(booking.start), host.timeZone).slice(0, 10))
    return dates.filter((other) => other === date).length >= perDay || dates.filter((other) => week(other) === week(date)).length >= perWeek
  }
  if (isFull(standing.filter((booking) => booking.typeId === type.id), type.maxPerDay, type.maxPerWeek)) return false
  if (isFull(standing, host.maxPerDay, host.maxPerWeek)) return false
  if (slotCase.companyId && isFull(ofCompany(slotCase), type.maxPerCompanyDay, type.maxPerCompanyWeek)) return false

  const taken = [
    ...(host.busy ?? []).map((busy) => [time(busy.start), time(busy.end)] as const),
    ...standing.map((booking) => [
      time(booking.start) - (booking.bufferBeforeMinutes ?? 0) * MINUTE,
      time(booking.end) + (booking.bufferAfterMinutes ?? 0) * MINUTE,
    ] as const),
  ].filter(([start, end]) => start < end)
  const last = type.durationMinutes + (type.bufferAfterMinutes ?? 0)
  for (let minute = -(type.bufferBeforeMinutes ?? 0); minute < last; minute++) {
    const from = at + minute * MINUTE
    if (taken.some(([start, end]) => start < from + MINUTE && end > from)) return false
  }
  return true
}

/** What the company has of this type with any host. A meeting of several hosts stands with each of them under one id. */
function ofCompany({ hosts, now, movedBookingId, companyId, type }: SlotCase): CaseBooking[] {
  return hosts.flatMap((host) => host.bookings ?? [])
    .filter((one, index, all) => one.id === undefined || all.findIndex((other) => other.id === one.id) === index)
    .filter((one) => one.companyId === companyId && one.typeId === type.id && isStanding(one, now, movedBookingId))
}

/** How much of the time between two instants is open. */
function openTime(open: Set<number>, from: number, to: number): number {
  let sum = 0
  for (let minute = Math.floor(from / MINUTE) * MINUTE; minute < to; minute += MINUTE) {
    if (open.has(minute)) sum += Math.min(to, minute + MINUTE) - Math.max(from, minute)
  }
  return sum
}

function isStanding(booking: CaseBooking, now: string, movedBookingId: string | undefined): boolean {
  if (booking.state === 'cancelled' || booking.state === 'expired') return false
  if (booking.expiresAt && time(booking.expiresAt) <= time(now)) return false
  return booking.id === undefined || booking.id !== movedBookingId
}

/** Every open minute of a host around the case, and the minutes at which its grid lets a meeting begin. */
function openMinutes({ now, from, to, type }: SlotCase, host: CaseHost): { open: Set<number>; grid: Set<number> } {
  const open = new Set<number>()
  const grid = new Set<number>()
  const step = (type.stepMinutes ?? type.durationMinutes) * MINUTE
  for (let day = Math.min(utcDay(now), utcDay(from)) - 3 * DAY; day <= utcDay(to) + 4 * DAY; day += DAY) {
    const date = dateOf(day)
    const journey = host.travel?.find((trip) => trip.from <= date && date <= trip.to)
    const zone = journey?.timeZone ?? host.timeZone
    for (const [start, end] of wallRuns(windowsOn(host, date))) {
      const first = instantOf(day + start * MINUTE, zone)
      const last = instantOf(day + end * MINUTE, zone)
      for (let at = first; at < last; at += MINUTE) open.add(at)
      for (let at = first; at < last; at += step) grid.add(at)
    }
  }
  return { open, grid }
}

function windowsOn(host: CaseHost, date: string): CaseWindow[] {
  const weekday = new Date(date).getUTCDay() || 7
  if (host.timeOff?.some((off) => off.from <= date && date <= off.to)) return []
  if (host.holidays?.some((holiday) => holiday.date === date) && !host.overrides?.some((one) => one.date === date)) return []
  return host.overrides?.find((override) => override.date === date)?.windows
    ?? (host.weekly ?? []).filter((window) => window.weekday === weekday)
}

/** Paints a date's windows on its 1440 wall minutes, and reads the painted runs. */
function wallRuns(windows: CaseWindow[]): [number, number][] {
  const painted = new Array<boolean>(1441).fill(false)
  for (const { start, end } of windows) painted.fill(true, wallMinute(start), wallMinute(end))
  const runs: [number, number][] = []
  for (let minute = 0, start = -1; minute <= 1440; minute++) {
    if (painted[minute] && start < 0) start = minute
    if (!painted[minute] && start >= 0) {
      runs.push([start, minute])
      start = -1
    }
  }
  return runs
}

/** The first UTC minute at which the wall shows this time; a time it never shows counts on from the last one that it does. */
function instantOf(wall: number, zone: string): number {
  for (let skipped = 0; skipped <= 1500; skipped++) {
    const label = new Date(wall - skipped * MINUTE).toISOString().slice(0, 16).replace('T', ' ')
    for (let day = Math.floor(wall / DAY) * DAY - 2 * DAY; day <= wall + 2 * DAY; day += DAY) {
      const at = labelsOfDay(day, zone).get(label)
      if (at !== undefined) return at + skipped * MINUTE
    }
  }
  throw new Error(`no such wall time in ${zone}`)
}

const labels = new Map<string, Map<string, number>>()

/** The wall label of every minute of one UTC day; of a doubled label the first. */
function labelsOfDay(day: number, zone: string): Map<string, number> {
  const key = `${zone} ${day}`
  const known = labels.get(key)
  if (known) return known
  const made = new Map<string, number>()
  for (let at = day; at < day + DAY; at += MINUTE) {
    const label = wallLabel(at, zone)
    if (!made.has(label)) made.set(label, at)
  }
  labels.set(key, made)
  return made
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** `2027-03-28 03:00`, as Sweden writes it. */
function wallLabel(at: number, zone: string): string {
  const known = formatters.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  formatters.set(zone, known)
  return known.format(at)
}

/** The Monday of a date's week. */
function week(date: string): string {
  const weekday = new Date(date).getUTCDay() || 7
  return dateOf(Date.parse(date) - (weekday - 1) * DAY)
}

function utcDay(instant: string): number {
  return Math.floor(time(instant) / DAY) * DAY
}

function dateOf(day: number): string {
  return new Date(day).toISOString().slice(0, 10)
}

function wallMinute(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
}

function time(instant: string): number {
  return Date.parse(instant)
}
