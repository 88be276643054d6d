import type { Locale } from '#app/kernel/locale.ts'

/** Everything that the mail about earlier times can say. Instants are epoch milliseconds. */
export type EarlierFacts = {
  mailId: string
  watchId: string
  writtenAt: number
  name: string
  email: string
  locale: Locale
  timeZone: string
  host: string
  /** What was booked. */
  startsAt: number
  endsAt: number
  /** At most three that are free, ascending; none when all were taken since the mail was queued. */
  earlier: number[]
  seat: { id: string; linkGeneration: number }
}
