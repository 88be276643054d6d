import type { Locale } from '#app/kernel/locale.ts'
import type { OneOffState } from '../../one-off/one-off.ts'
import type { DetailsProblem, DetailsState } from '../details/details-state.ts'

export type LinkProblem = 'slot-taken' | 'slot-past' | 'not-offered'

/** The link opens: its times that are still free, and the form that books one. Instants are epoch milliseconds. */
export type OpenLink = Pick<
  DetailsState, 'locale' | 'zone' | 'hostZone' | 'now' | 'offer' | 'fields' | 'typed' | 'faults' | 'bounds' | 'idempotencyKey' | 'stamp' | 'retentionMonths'
> & {
  kind: 'open'
  id: string
  name: string
  /** Can the kind of meeting be booked by anybody? */
  isPublic: boolean
  starts: number[]
  expiresAt: number
  problem: DetailsProblem | null
  refusal: LinkProblem | null
}

/** Everything that the page of a link for one person shows. */
export type OneOffPage =
  | OpenLink
  | { kind: 'closed'; locale: Locale; state: Exclude<OneOffState, 'open'>; host: string; typeSlug: string | null }
  | { kind: 'wrong'; locale: Locale }
