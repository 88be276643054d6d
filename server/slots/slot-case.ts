import { z } from 'zod'
import type { HostRules, SlotRules, TakenBooking, TypeRules } from '#app/domain/calendar/slot-rules.ts'
import { dayOfDate } from '#app/domain/calendar/zone.ts'
import { isTimeZone, MINUTE_MS, parseInstant } from '#app/kernel/time.ts'

/** A case either gives rules, or names the first fault as `<JSON path>: <what is wrong>`. */
export type ReadCase = { ok: true; rules: SlotRules } | { ok: false; fault: string }

/** Reads a case from its JSON. A field that is missing, or null, means none where there can be none. */
export function readSlotCase(json: string): ReadCase {
  const parsed = parseJson(json)
  if (parsed === undefined) return { ok: false, fault: '$: is not JSON' }
  const read = slotCase.safeParse(parsed)
  if (read.success) return { ok: true, rules: toRules(read.data) }
  const [issue] = read.error.issues
  return { ok: false, fault: `${pathText(issue?.path ?? [])}: ${issue?.message ?? 'is not a case'}` }
}

const DAY_MINUTES = 24 * 60
/** Ten thousand years: beyond them an instant no longer has a date. */
const MOST_DAYS = 3_650_000

const instant = parsed(parseInstant, 'must be an instant in ISO 8601 with its zone, such as 2027-03-26T08:00:00Z')
const day = parsed((text) => (typeof text === 'string' ? dayOfDate(text) : null), 'must be a date, such as 2027-03-26')
const minute = parsed(minuteOfDay, 'must be a time of day from 00:00 to 24:00')
const timeZone = parsed((text) => (isTimeZone(text) ? text : null), 'must be a time zone of the IANA database')
const name = z.string('must be a text').min(1, 'must not be empty')

const window = object({ start: minute, end: minute })
const booking = object({
  start: instant,
  end: instant,
  bufferBeforeMinutes: wholeNumber(0).nullish(),
  bufferAfterMinutes: wholeNumber(0).nullish(),
  typeId: name.nullish(),
  companyId: name.nullish(),
  id: name.nullish(),
  state: z.enum(['reserved', 'pending', 'confirmed', 'cancelled', 'expired'], 'must be a state of a booking').nullish(),
  expiresAt: instant.nullish(),
})
const host = object({
  id: name,
  timeZone,
  weekly: list(object({ weekday: wholeNumber(1, 7), start: minute, end: minute })),
  overrides: list(object({ date: day, windows: list(window) })),
  timeOff: list(object({ from: day, to: day, note: name.nullish() })),
  holidays: list(object({ date: day, name })),
  travel: list(object({ from: day, to: day, timeZone })),
  busy: list(object({ start: instant, end: instant })),
  bookings: list(booking),
  maxPerDay: wholeNumber(0).nullish(),
  maxPerWeek: wholeNumber(0).nullish(),
})
const type = object({
  id: name.nullish(),
  durationMinutes: wholeNumber(1, DAY_MINUTES),
  stepMinutes: wholeNumber(1).nullish(),
  bufferBeforeMinutes: wholeNumber(0).nullish(),
  bufferAfterMinutes: wholeNumber(0).nullish(),
  noticeMinutes: wholeNumber(0, MOST_DAYS * DAY_MINUTES).nullish(),
  noticeCounts: z.enum(['elapsed', 'working'], 'must be "elapsed" or "working"').nullish(),
  horizonDays: wholeNumber(0, MOST_DAYS).nullish(),
  horizonDate: day.nullish(),
  maxPerDay: wholeNumber(0).nullish(),
  maxPerWeek: wholeNumber(0).nullish(),
  maxPerCompanyDay: wholeNumber(0).nullish(),
  maxPerCompanyWeek: wholeNumber(0).nullish(),
})
const slotCase = object({
  now: instant,
  from: instant,
  to: instant,
  type,
  assign: z.enum(['any', 'all'], 'must be "any" or "all"').nullish(),
  hosts: list(host).superRefine((hosts, context) => {
    const again = hosts.findIndex(({ id }, index) => hosts.findIndex((other) => other.id === id) < index)
    if (again >= 0) context.addIssue({ code: 'custom', path: [again, 'id'], message: 'must not be another host\'s id' })
  }),
  movedBookingId: name.nullish(),
  companyId: name.nullish(),
})

function toRules({ now, from, to, type: read, assign, hosts, movedBookingId, companyId }: z.output<typeof slotCase>): SlotRules {
  return { now, from, to, movedBookingId, companyId, assign: assign ?? 'any', type: toType(read), hosts: hosts.map(toHost) }
}

function toType({ id, durationMinutes, stepMinutes, horizonDate, ...rest }: z.output<typeof type>): TypeRules {
  return {
    id: id ?? null,
    durationMs: durationMinutes * MINUTE_MS,
    stepMs: (stepMinutes ?? durationMinutes) * MINUTE_MS,
    bufferBeforeMs: (rest.bufferBeforeMinutes ?? 0) * MINUTE_MS,
    bufferAfterMs: (rest.bufferAfterMinutes ?? 0) * MINUTE_MS,
    noticeMs: (rest.noticeMinutes ?? 0) * MINUTE_MS,
    noticeCounts: rest.noticeCounts ?? undefined,
    horizonDays: rest.horizonDays ?? null,
    horizonDay: horizonDate,
    maxPerDay: rest.maxPerDay ?? null,
    maxPerWeek: rest.maxPerWeek ?? null,
    maxPerCompanyDay: rest.maxPerCompanyDay,
    maxPerCompanyWeek: rest.maxPerCompanyWeek,
  }
}

function toHost({ weekly, overrides, timeOff, travel, busy, bookings, holidays, ...rest }: z.output<typeof host>): HostRules {
  return {
    ...rest,
    weekly: weekly.map((window) => ({ weekday: window.weekday, ...toWindow(window) })),
    overrides: overrides.map(({ date, windows }) => ({ day: date, windows: windows.map(toWindow) })),
    timeOff: timeOff.map(({ from, to, note }) => ({ firstDay: from, lastDay: to, note })),
    holidays: holidays.map((holiday) => ({ day: holiday.date, name: holiday.name })),
    travel: travel.map((journey) => ({ firstDay: journey.from, lastDay: journey.to, timeZone: journey.timeZone })),
    busy: busy.map(({ start, end }) => ({ startsAt: start, endsAt: end })),
    bookings: bookings.map(toBooking),
  }
}

function toWindow({ start, end }: { start: number; end: number }): { startMinute: number; endMinute: number } {
  return { startMinute: start, endMinute: end }
}

function toBooking({ start, end, bufferBeforeMinutes, bufferAfterMinutes, ...rest }: z.output<typeof booking>): TakenBooking {
  return {
    startsAt: start,
    endsAt: end,
    bufferBeforeMs: (bufferBeforeMinutes ?? 0) * MINUTE_MS,
    bufferAfterMs: (bufferAfterMinutes ?? 0) * MINUTE_MS,
    typeId: rest.typeId ?? null,
    companyId: rest.companyId,
    id: rest.id ?? null,
    state: rest.state ?? undefined,
    expiresAt: rest.expiresAt ?? null,
  }
}

function object<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape, 'must be an object')
}

function list<Item extends z.ZodType>(item: Item) {
  return z.array(item, 'must be a list').nullish().transform((items) => items ?? [])
}

function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER) {
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
  const fault = `must be a whole number ${range}`
  return z.number(fault).int(fault).min(least, fault).max(most, fault)
}

/** A value that `read` understands; it answers null to all others. */
function parsed<Value>(read: (value: unknown) => Value | null, fault: string) {
  return z.unknown().transform((value, context): Value => {
    const understood = read(value)
    if (understood !== null) return understood
    context.addIssue({ code: 'custom', message: fault })
    return z.NEVER
  })
}

function minuteOfDay(text: unknown): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(typeof text === 'string' ? text : '') ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return minute <= DAY_MINUTES ? minute : null
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function pathText(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
  return steps.join('').replace(/^\./, '') || '$'
}
