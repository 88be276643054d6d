import type { Locale } from '#app/kernel/locale.ts'

/** The one who hosts the meetings. */
export type Consultant = {
  id: string
  /** Null until the set-up link was used. */
  userId: string | null
  name: string
  title: string
  email: string
  phone: string | null
  locale: Locale
  timeZone: string
  isDemo: boolean
}
