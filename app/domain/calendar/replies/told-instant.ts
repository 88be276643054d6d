import type ICAL from 'ical.js'
import { isTimeZone, MINUTE_MS } from '#app/kernel/time.ts'
import { zoneClock } from '../zone.ts'

const WALL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z?)$/
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/**
 * The instant that a DATE-TIME means, in epoch milliseconds: in UTC, by the name of an IANA zone, or by the yearly
 * rules that came with it, which are reckoned for one year and never expanded. Null for a date alone, for a time
 * without a zone, and for one whose zone says nothing.
 */
export function toldInstant(property: ICAL.Property | null, calendar: ICAL.Component): number | null {
  const [, parameters, , value] = plain(property)
  const wallMs = readWall(value)
  if (wallMs === null) return null
  if (typeof value === 'string' && value.endsWith('Z')) return wallMs
  const name = isRecord(parameters) && typeof parameters.tzid === 'string' ? parameters.tzid : null
  if (name === null) return null
  // Some calendars write a path of their own before the name, such as `/mozilla.org/20070129_1/Europe/Berlin`.
  const known = [name, name.split('/').slice(-2).join('/')].find(isTimeZone)
  if (known !== undefined) return zoneClock(known).resolve(wallMs)
  const zone = calendar.getAllSubcomponents('vtimezone').find((one) => plain(one.getFirstProperty('tzid'))[3] === name)
  const offsetMs = zone ? offsetIn(zone, wallMs) : null
  return offsetMs === null ? null : wallMs - offsetMs
}

/** A property as plain values: name, parameters, type, and what follows (RFC 7265 §3.4). */
export function plain(property: ICAL.Property | null): readonly unknown[] {
  const values: unknown = property?.toJSON()
  return Array.isArray(values) ? values : []
}

/** Which of the zone's observances has begun last at this wall time decides. */
function offsetIn(zone: ICAL.Component, wallMs: number): number | null {
  const observances = ['standard', 'daylight'].flatMap((name) => zone.getAllSubcomponents(name))
  const begun = observances.slice(0, 20).flatMap((observance) => {
    const offset = readOffset(plain(observance.getFirstProperty('tzoffsetto'))[3])
    const since = lastOnset(observance, wallMs)
    return offset === null || since === null ? [] : [{ offset, since }]
  })
  return begun.toSorted((one, other) => other.since - one.since)[0]?.offset ?? null
}

function lastOnset(observance: ICAL.Component, wallMs: number): number | null {
  const first = readWall(plain(observance.getFirstProperty('dtstart'))[3])
  if (first === null) return null
  const rule = plain(observance.getFirstProperty('rrule'))[3]
  if (!isRecord(rule)) return first <= wallMs ? first : null
  const year = new Date(wallMs).getUTCFullYear()
  const onsets = [year, year - 1].map((one) => onsetIn(one, rule, first))
  return onsets.find((onset) => onset !== null && onset <= wallMs) ?? null
}

/** Such as the last Sunday of October, at the hour at which it began the first time. */
function onsetIn(year: number, { bymonth, byday }: Record<string, unknown>, first: number): number | null {
  const [, nth = '', weekday = ''] = /^([+-]?\d)(\w\w)$/.exec(String(byday)) ?? []
  const [month, day] = [Number(bymonth), WEEKDAYS.indexOf(weekday)]
  if (!(month >= 1 && month <= 12) || day < 0) return null
  const hours = first - Date.UTC(new Date(first).getUTCFullYear(), new Date(first).getUTCMonth(), new Date(first).getUTCDate())
  if (Number(nth) > 0) {
    const begins = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
    return Date.UTC(year, month - 1, 1 + ((day - begins + 7) % 7) + 7 * (Number(nth) - 1)) + hours
  }
  const ends = new Date(Date.UTC(year, month, 0))
  return Date.UTC(year, month - 1, ends.getUTCDate() - ((ends.getUTCDay() - day + 7) % 7) + 7 * (Number(nth) + 1)) + hours
}

function readOffset(value: unknown): number | null {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(String(value)) ?? []
  return sign === undefined ? null : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE_MS
}

function readWall(value: unknown): number | null {
  const [, ...parts] = WALL.exec(String(value)) ?? []
  if (parts.length === 0) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number)
  const at = Date.UTC(year, month - 1, day, hour, minute, second)
  return Number.isNaN(at) ? null : at
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
