import type { Locale } from '#app/kernel/locale.ts'

/** How many times one link may offer. */
export const MOST_OFFERED = 5

export type OneOffState = 'open' | 'used' | 'expired' | 'revoked'

/** A link for one person. Instants are epoch milliseconds. */
export type OneOff = {
  id: string
  hostId: string
  typeId: string
  name: string
  email: string
  companyName: string
  locale: Locale
  durationMinutes: number
  starts: number[]
  expiresAt: number
  linkGeneration: number
  revokedAt: number | null
  usedAt: number | null
  meetingId: string | null
}

/** Used comes first: what became a meeting is not undone by taking the link back. */
export function stateOfLink({ usedAt, revokedAt, expiresAt }: Pick<OneOff, 'usedAt' | 'revokedAt' | 'expiresAt'>, now: number): OneOffState {
  if (usedAt !== null) return 'used'
  if (revokedAt !== null) return 'revoked'
  return now < expiresAt ? 'open' : 'expired'
}
