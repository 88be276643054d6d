/**
 * What decides whether an instant is a slot. Instants are epoch milliseconds, civil dates are day numbers
 * (days since 1970-01-01, see zone.ts), wall times are minutes after midnight. Intervals are half-open.
 */
export type SlotRules = {
  now: number
  from: number
  to: number
  type: TypeRules
  /** `any`: a slot lists the hosts who are free. `all`: the first host's grid, and every host must be free. */
  assign: 'any' | 'all'
  /** The order is the order in which a slot lists them. */
  hosts: HostRules[]
  /** A booking that looks for a new time: it neither takes time nor counts. */
  movedBookingId?: string | null
  /** Who asks, where the company's caps are to bind. */
  companyId?: string | null
}

/** A null limit is no limit. `durationMs` and `stepMs` are above zero, the rest is zero or more. */
export type TypeRules = {
  id: string | null
  durationMs: number
  stepMs: number
  bufferBeforeMs: number
  bufferAfterMs: number
  noticeMs: number
  /** `working`: the notice is time that passes inside the host's windows, whether they are taken or not. */
  noticeCounts?: 'elapsed' | 'working'
  horizonDays: number | null
  /** The last civil day at home on which a meeting may start; the earlier of this and `horizonDays` holds. */
  horizonDay?: number | null
  maxPerDay: number | null
  maxPerWeek: number | null
  /** Meetings of this type that one company may have, whoever hosts them. */
  maxPerCompanyDay?: number | null
  maxPerCompanyWeek?: number | null
}

export type HostRules = {
  id: string
  /** The home zone: it decides dates for the horizon and the caps, and the hours of days at home. */
  timeZone: string
  weekly: WeeklyWindow[]
  /** The first override of a date replaces its weekly hours, or its holiday; without windows the day is closed. */
  overrides: DateOverride[]
  /** Closes its dates, overrides included. */
  timeOff?: TimeOff[]
  /** Closes its date, unless an override opens it. */
  holidays?: Holiday[]
  /** The first entry that holds a date wins. */
  travel: Travel[]
  /** Taken by other calendars; an interval without length is ignored. */
  busy: BusyInterval[]
  bookings: TakenBooking[]
  /** Meetings of all types. */
  maxPerDay?: number | null
  maxPerWeek?: number | null
}

export type Interval = { startsAt: number; endsAt: number }

/** Minutes after midnight, 0 to 1440; 1440 is the next date's midnight. */
export type DayWindow = { startMinute: number; endMinute: number }

/** Weekday 1 is Monday, 7 is Sunday (ISO 8601). */
export type WeeklyWindow = DayWindow & { weekday: number }

/** Both days included; a date is the date of the clock that the host lives by then, as for hours. */
export type TimeOff = { firstDay: number; lastDay: number; note?: string | null }

/** `name` is the key of its text, or a name of its own. */
export type Holiday = { day: number; name: string }

/** `own`: blocked by the host; else another calendar has it. */
export type BusyInterval = Interval & { source?: string; title?: string | null }

export type DateOverride = { day: number; windows: DayWindow[] }

/** Both days included. */
export type Travel = { firstDay: number; lastDay: number; timeZone: string }

/** A booking or a reservation, with the buffers it was made with. */
export type TakenBooking = Interval & {
  id?: string | null
  typeId: string | null
  companyId?: string | null
  bufferBeforeMs: number
  bufferAfterMs: number
  /** Without a state it stands. */
  state?: 'reserved' | 'pending' | 'confirmed' | 'cancelled' | 'expired'
  /** From this instant on a reservation has lapsed. */
  expiresAt?: number | null
}
