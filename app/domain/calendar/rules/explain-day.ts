import { explainInstant, type Ruling } from '../explain.ts'
import { gridStartsOf } from '../slot.ts'
import type { SlotRules } from '../slot-rules.ts'
import type { RuleFault, Typed } from './rule-input.ts'

/** One start of the day's grid, and the rulings that refuse it; it is offered when there are none. */
export type Candidate = { at: number; refusals: Ruling[] }

/** What was asked, and what the rules say of it. Instants are epoch milliseconds, read on the clock of `zone`. */
export type Why = {
  typed: Typed
  faults: Partial<Record<string, RuleFault>>
  types: { id: string; titleDa: string; titleEn: string }[]
  zone: string
  /** Names of the hosts, where there are several. */
  hostNames: Record<string, string>
  isActive: boolean
  candidates: Candidate[]
  /** Null when no moment was asked for. */
  moment: { at: number; rulings: Ruling[] } | null
}

/** Every start that some host's grid has in the range of the rules, whether it is a slot or not, ascending. */
export function listCandidates(rules: SlotRules): Candidate[] {
  return gridStartsOf(rules).map((at) => ({ at, refusals: explainInstant(rules, at).filter(({ refuses }) => refuses) }))
}
