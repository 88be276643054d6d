import { companyKey } from '#app/domain/people/commands.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { checkRate, checkRateOf, type Rate } from '#app/platform/rate-limit.server.ts'

/** No person fills in a form so quickly. A stamp that is not ours is no better than a quick one. */
export function isTooQuick(drawnAt: number | null): boolean {
  return drawnAt === null || now() - drawnAt < env().FORM_LEAST_MS
}

/** A company is counted only for what its network may still try. */
export async function checkRates({ companyName }: { companyName: string }, clientAddress: string): Promise<{ rate: Rate; kind: 'too-many' | 'company-full' }> {
  const rate = await checkRate('booking', clientAddress, env().BOOKING_LIMIT_PER_HOUR)
  if (!rate.isWithin) return { rate, kind: 'too-many' }
  return { rate: await checkRateOf('company', companyKey(companyName), env().COMPANY_LIMIT_PER_HOUR), kind: 'company-full' }
}
