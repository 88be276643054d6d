import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'

export type Rate = { isWithin: true } | { isWithin: false; retryAfterSeconds: number; retryAfterMinutes: number }

const limiters = new Map<string, RateLimiterMemory>()

/**
 * Counts one try of a network address and says whether it stays within the limit of an hour.
 * Each process counts for itself: two of them let twice as many through, which a form can bear.
 * @param bucket names what is tried, such as `booking`; buckets don't share their counts.
 */
export function checkRate(bucket: string, address: string, limitPerHour: number): Promise<Rate> {
  return checkRateOf(bucket, networkOf(address), limitPerHour)
}

/** The same for whatever `name` stands for, such as a company. */
export async function checkRateOf(bucket: string, name: string, limitPerHour: number): Promise<Rate> {
  try {
    await limiterOf(bucket, limitPerHour).consume(name)
    return { isWithin: true }
  } catch (exhausted) {
    if (!(exhausted instanceof RateLimiterRes)) throw exhausted
    return {
      isWithin: false,
      retryAfterSeconds: Math.ceil(exhausted.msBeforeNext / SECOND_MS),
      retryAfterMinutes: Math.ceil(exhausted.msBeforeNext / MINUTE_MS),
    }
  }
}

function limiterOf(bucket: string, limitPerHour: number): RateLimiterMemory {
  const key = `${bucket}:${limitPerHour}`
  const known = limiters.get(key)
  if (known) return known
  const made = new RateLimiterMemory({ keyPrefix: key, points: limitPerHour, duration: HOUR_MS / SECOND_MS })
  limiters.set(key, made)
  return made
}

/** One subscriber owns a whole /64 of IPv6 and could take a new address for every try. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail.split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
