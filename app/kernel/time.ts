import { LANGUAGE_TAG, TWELVE_HOURS, type Locale } from './locale.ts'

export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** A civil date and wall time in some zone. Month 1-12, weekday 1 (Monday) to 7 (ISO 8601). */
export type WallTime = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  weekday: number
}

const STYLES = {
  zone: {},
  offset: { timeZoneName: 'longOffset' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  'long-day': { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  'short-weekday': { weekday: 'short' },
  weekday: { weekday: 'long' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** Formatters are kept: making one costs a hundred times more than using one. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(tag: string, timeZone: string, style: keyof typeof STYLES): Intl.DateTimeFormat {
  const key = `${tag} ${timeZone} ${style}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(tag, { ...STYLES[style], timeZone })
  formatters.set(key, made)
  return made
}

/** Is this a zone of the IANA database that this machine knows? */
export function isTimeZone(zone: unknown): zone is string {
  if (typeof zone !== 'string' || !/^[A-Za-z][A-Za-z0-9_+\-/]{1,63}$/.test(zone)) return false
  try {
    formatter('en-US', zone, 'zone')
    return true
  } catch {
    return false
  }
}

/** Every zone that this machine knows, by its IANA name. */
export function listTimeZones(): string[] {
  return Intl.supportedValuesOf('timeZone')
}

/** The wall clock in `zone` at the instant `at` (epoch milliseconds). */
export function wallTime(at: number, zone: string): WallTime {
  const shifted = new Date(at + zoneOffsetMs(at, zone))
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay() || 7,
  }
}

/** Every clock that was changed since 1972 was changed on a quarter of an hour. */
const QUARTER_MS = 15 * MINUTE_MS
const MOST_KEPT_OFFSETS = 20_000
const offsets = new Map<string, number>()

/** Milliseconds to add to UTC to read the clock in `zone` at the instant `at`. */
export function zoneOffsetMs(at: number, zone: string): number {
  const quarter = Math.floor(at / QUARTER_MS)
  const key = `${quarter} ${zone}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= MOST_KEPT_OFFSETS) offsets.clear()
  const offsetMs = readOffsetMs(quarter * QUARTER_MS, zone)
  offsets.set(key, offsetMs)
  return offsetMs
}

function readOffsetMs(at: number, zone: string): number {
  const text = formatter('en-US', zone, 'offset').format(at)
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? []
  const size = Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS + Number(seconds ?? 0) * SECOND_MS
  return sign === '-' ? -size : size
}

/** The civil date in `zone`, as `2026-11-25`. */
export function isoDate(at: number, zone: string): string {
  const wall = wallTime(at, zone)
  return `${pad(wall.year, 4)}-${pad(wall.month, 2)}-${pad(wall.day, 2)}`
}

/** `2026-11-25T09:00:00Z`: how instants stand in URLs and in `datetime` attributes. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

/** Reads an ISO 8601 instant that names its zone; anything else gives null. */
export function parseInstant(text: unknown): number | null {
  if (typeof text !== 'string') return null
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) || !isDate(text.slice(0, 10)) ? null : at
}

/** `Date.parse` takes 30 February for 2 March. */
function isDate(date: string): boolean {
  return new Date(Date.parse(date)).toISOString().startsWith(date)
}

/** `14.30` in Danish, `14:30` in English, and `2:30 pm` where the clock has twelve hours. */
export function clockText(at: number, zone: string, locale: Locale): string {
  const { hour, minute } = wallTime(at, zone)
  if (locale === TWELVE_HOURS) return `${hour % 12 || 12}:${pad(minute, 2)}\u00a0${hour < 12 ? 'am' : 'pm'}`
  return `${pad(hour, 2)}${locale === 'da' ? '.' : ':'}${pad(minute, 2)}`
}

/** `onsdag 25. november` or `Wednesday 25 November`. */
export function dayText(at: number, zone: string, locale: Locale): string {
  return formatter(LANGUAGE_TAG[locale], zone, 'day').format(at)
}

/** `onsdag den 25. november 2026`, for mail and for anything that is read later. */
export function longDayText(at: number, zone: string, locale: Locale): string {
  return formatter(LANGUAGE_TAG[locale], zone, 'long-day').format(at)
}

/** A civil date such as `2026-12-03` as `torsdag 3. december`. */
export function dateText(date: string, locale: Locale): string {
  return dayText(Date.parse(date), 'UTC', locale)
}

/** A month such as `2026-12` as `december 2026`. */
export function monthText(month: string, locale: Locale): string {
  return formatter(LANGUAGE_TAG[locale], 'UTC', 'month').format(Date.parse(`${month}-01`))
}

/** The name of a weekday, 1 (Monday) to 7 (ISO 8601): `mandag`, or `man.` where space is short. */
export function weekdayText(weekday: number, locale: Locale, style: 'long' | 'short'): string {
  const A_MONDAY = Date.UTC(2024, 0, 1)
  return formatter(LANGUAGE_TAG[locale], 'UTC', style === 'long' ? 'weekday' : 'short-weekday').format(A_MONDAY + (weekday - 1) * DAY_MS)
}

/** `Europe/Copenhagen` as people say it: `København` is content, so this gives the city with spaces. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** `UTC+1`, the zone's offset at that instant. */
export function offsetText(at: number, zone: string): string {
  const minutes = zoneOffsetMs(at, zone) / MINUTE_MS
  const sign = minutes < 0 ? '-' : '+'
  const hours = Math.floor(Math.abs(minutes) / 60)
  const rest = Math.round(Math.abs(minutes) % 60)
  return `UTC${sign}${hours}${rest ? `:${pad(rest, 2)}` : ''}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
