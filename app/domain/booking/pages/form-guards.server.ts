import type { BookingAnswers, BookingForm } from '../input.ts'
import type { DetailsProblem } from '../ui/details/details-state.ts'
import { companyKey } from '#app/domain/people/commands.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { readStamp } from '#app/platform/pages/visitor.server.ts'
import { checkRate, checkRateOf, type Rate } from '#app/platform/rate-limit.server.ts'

type Sent = Pick<BookingForm, 'isLured' | 'answers' | 'stamp' | 'idempotencyKey'>

/** What was answered, or why the form is sent back; without a problem of its own the faults at the fields say why. */
export type Guarded =
  | { isTaken: true; answers: BookingAnswers }
  | { isTaken: false; status: number; problem: DetailsProblem | null; retryAfterSeconds?: number }

/**
 * Stops programs, unfinished forms and too many tries, in that order, before anything is decided or written.
 * @param isComplete false when something beside the booking's own fields is wrong.
 */
export async function guardForm(
  sent: Sent, { clientAddress, isComplete = true }: { clientAddress: string; isComplete?: boolean },
): Promise<Guarded> {
  const { isLured, answers, stamp } = sent
  if (isLured) return { isTaken: false, status: 422, problem: { kind: 'lured' } }
  if (!answers || !isComplete) return { isTaken: false, status: 422, problem: null }
  if (stamp !== null && isTooQuick(drawnAt(sent))) return { isTaken: false, status: 422, problem: { kind: 'too-quick' } }
  const { rate, kind } = await checkRates(answers, clientAddress)
  if (rate.isWithin) return { isTaken: true, answers }
  const { retryAfterMinutes: minutes, retryAfterSeconds } = rate
  return { isTaken: false, status: 429, problem: { kind, minutes }, retryAfterSeconds }
}

/** The stamp to draw into the form again; one that is not ours is not kept. */
export function stampToKeep(sent: Pick<Sent, 'stamp' | 'idempotencyKey'>): string | undefined {
  return drawnAt(sent) === null ? undefined : sent.stamp ?? undefined
}

function drawnAt({ stamp, idempotencyKey }: Pick<Sent, 'stamp' | 'idempotencyKey'>): number | null {
  return stamp === null ? null : readStamp(stamp, idempotencyKey)
}

/** No person fills in a form so quickly. A stamp that is not ours is no better than a quick one. */
function isTooQuick(at: number | null): boolean {
  return at === null || now() - at < env().FORM_LEAST_MS
}

/** A company is counted only for what its network may still try. */
async function checkRates({ companyName }: BookingAnswers, clientAddress: string): Promise<{ rate: Rate; kind: 'too-many' | 'company-full' }> {
  const rate = await checkRate('booking', clientAddress, env().BOOKING_LIMIT_PER_HOUR)
  if (!rate.isWithin) return { rate, kind: 'too-many' }
  return { rate: await checkRateOf('company', companyKey(companyName), env().COMPANY_LIMIT_PER_HOUR), kind: 'company-full' }
}
