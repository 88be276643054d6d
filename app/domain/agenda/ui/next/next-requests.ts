import { isoInstant } from '#app/kernel/time.ts'
import type { DoorView } from '../../../meeting/room-data.ts'

/** What the room's script asks for: to offer times (none: the guest picks), or to book one. Epoch milliseconds. */
export type NextAsked = { intent: 'offer'; starts: number[] } | { intent: 'book'; startsAt: number }

/** refused: it can't be had; `times` are those that can. */
export type NextAnswer = { kind: 'done'; door: DoorView } | { kind: 'refused'; reason: string; times: number[] } | { kind: 'failed' }

const ANSWER_WITHIN_MS = 10_000
const HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json' }

/** Free times after `after`, epoch milliseconds; null when they can't be had now. */
export async function fetchNextTimes(url: string, after: number | null): Promise<number[] | null> {
  const address = after === null ? url : `${url}?${new URLSearchParams({ after: isoInstant(after) })}`
  const response = await fetch(address, { headers: HEADERS, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(() => null)
  if (!response?.ok) return null
  const { times } = await response.json()
  return times
}

/** Nothing that goes wrong leads away from the page. */
export async function postNext(url: string, asked: NextAsked): Promise<NextAnswer> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body: JSON.stringify(asked), signal }).catch(() => null)
  const answered = await response?.json().catch(() => null)
  if (response?.ok && answered) return { kind: 'done', door: answered }
  return answered?.reason ? { kind: 'refused', reason: answered.reason, times: answered.times ?? [] } : { kind: 'failed' }
}
