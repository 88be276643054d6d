import type { Locale } from '#app/kernel/locale.ts'

/** Everything that the mail about a time that frees can say. Instants are epoch milliseconds. */
export type FreedFacts = {
  mailId: string
  watchId: string
  writtenAt: number
  email: string
  locale: Locale
  timeZone: string
  startsAt: number
  endsAt: number
  typeSlug: string
  /** What can be booked, in the reader's language. */
  title: string
}
