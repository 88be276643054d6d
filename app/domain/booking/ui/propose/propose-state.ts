import type { TimeFault, TypedTime } from '../../proposal/proposal-input.ts'
import type { DetailsProblem, DetailsState } from '../details/details-state.ts'

/** Everything that the page for proposing times shows. Instants are epoch milliseconds. */
export type ProposeState = Pick<
  DetailsState, 'locale' | 'zone' | 'hostZone' | 'now' | 'offer' | 'fields' | 'typed' | 'faults' | 'bounds' | 'idempotencyKey' | 'stamp' | 'retentionMonths'
  | 'carried'
> & {
  rows: TypedTime[]
  rowFaults: (TimeFault | null)[]
  problem: DetailsProblem | null
  /** What was proposed, once it is sent. */
  sent: number[]
  /** Where the visitor came from and may be led on to then. */
  returnTo: { href: string; host: string } | null
}
