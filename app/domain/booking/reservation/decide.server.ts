import { lockCalendar } from '#app/domain/calendar/commands.server.ts'
import { readSlotRules, type SlotQuery } from '#app/domain/calendar/queries.server.ts'
import type { Slot } from '#app/domain/calendar/slot.ts'
import { createTurns } from '#app/kernel/in-turn.ts'
import { refuse, type Refusal, type Result } from '#app/kernel/result.ts'
import { sqlState, transaction, type Queryable, type Transaction } from '#db/client.server.ts'
import { decideSlot, type SlotRefusal } from '../booking.ts'

/** 40P01 deadlock_detected, 40001 serialization_failure, 23505 unique_violation: the next try meets what the other wrote. */
const PASSING = ['40P01', '40001', '23505']

/** Of each set of hosts; between processes the lock in the database holds. */
const inTurn = createTurns()

/**
 * Decisions about a host's time take turns, and all ask for their hosts in the same order; what still collides
 * is tried again or refused.
 * A refusal undoes all that the work wrote, the calendar's new version included.
 */
export function decideAlone<Value, Reason extends string>(
  hostIds: readonly string[],
  work: (tx: Transaction) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'slot-taken'>> {
  return inTurn(hostIds.join(' '), () => decideLocked(hostIds, work))
}

/**
 * The same, for a decision that most often refuses: `look` reads without a lock, and what it gives is final.
 * Of many who want one time only the first opens a transaction.
 */
export function lookThenDecide<Value, Reason extends string>(
  hostIds: readonly string[],
  look: () => Promise<Result<Value, Reason> | null>,
  work: (tx: Transaction) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'slot-taken'>> {
  return inTurn(hostIds.join(' '), async () => (await look()) ?? decideLocked(hostIds, work))
}

/**
 * Is this instant a slot now, as the query sees the calendar? The caps of the company bind here, under the lock:
 * whoever only looks at the times has not said who asks.
 */
export async function decideIn(
  on: Queryable, startsAt: number, query: Omit<SlotQuery, 'from' | 'to'>,
): Promise<Result<Slot, SlotRefusal>> {
  const rules = await readSlotRules({ ...query, from: startsAt, to: startsAt + 1 }, on)
  return decideSlot(rules, startsAt)
}

async function decideLocked<Value, Reason extends string>(
  hostIds: readonly string[],
  work: (tx: Transaction) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'slot-taken'>> {
  for (let attempt = 1; ; attempt++) {
    const refusals: Refusal<Reason>[] = []
    try {
      return await transaction(async (tx) => {
        for (const hostId of hostIds) await lockCalendar(tx, hostId)
        const decided = await work(tx)
        if (decided.ok) return decided
        refusals.push(decided)
        return tx.rollback()
      })
    } catch (error) {
      const [refused] = refusals
      if (refused) return refused
      const state = sqlState(error) ?? ''
      // 23P01: exclusion_violation, the constraint on occupied_time
      if (state === '23P01') return refuse('slot-taken')
      if (attempt >= 3 || !PASSING.includes(state)) throw error
    }
  }
}
