import type { Locale } from '#app/kernel/locale.ts'

/** Everything that the mail which asks for a confirmation can say. Instants are epoch milliseconds. */
export type ConfirmFacts = {
  mailId: string
  unconfirmedId: string
  writtenAt: number
  name: string
  email: string
  locale: Locale
  timeZone: string
  title: string
  host: string
  startsAt: number
  endsAt: number
  /** When everything that was written is deleted. */
  expiresAt: number
  /** Is the time kept from others until then? */
  isHeld: boolean
}
