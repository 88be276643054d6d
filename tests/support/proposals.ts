import { proposeTimes, type ProposalRequest } from '#app/domain/booking/proposal/commands.server.ts'
import { db } from '#db/client.server.ts'
import { proposal } from '#db/schema.server.ts'
import { askFor, THURSDAY_TEN } from './booking-world.ts'
import { HOUR_MS } from '#app/kernel/time.ts'

/** Thursday 26 November 2026, 20.00 in Copenhagen: long after hours. */
export const THURSDAY_EVENING = THURSDAY_TEN + 10 * HOUR_MS

/** What Søren proposes, unless told otherwise: a free time, and one in the evening. */
export function proposing(given: Partial<ProposalRequest> = {}): ProposalRequest {
  return { ...askFor(), starts: [THURSDAY_TEN, THURSDAY_EVENING], ...given }
}

/** Proposes, and gives the id of what waits for an answer. */
export async function proposed(given: Partial<ProposalRequest> = {}): Promise<string> {
  const asked = proposing(given)
  await proposeTimes(asked)
  const rows = await db().select().from(proposal)
  return rows.find((row) => row.idempotencyKey === asked.idempotencyKey)?.id ?? ''
}
