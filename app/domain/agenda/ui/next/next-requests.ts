import { isoInstant } from '#app/kernel/time.ts'
import { askApp } from '#app/ui/island/ask-app.ts'
import type { NextKind } from '../../../meeting/next-meeting.ts'
import type { DoorView } from '../../../meeting/room-data.ts'

/**
 * What the room's script asks for: to offer times (none: the guest picks), or to book one; by its key the kind of meeting that
 * was chosen, or shown. Epoch milliseconds.
 */
export type NextAsked = { intent: 'offer'; starts: number[]; kind?: string } | { intent: 'book'; startsAt: number; kind?: string }

/** Free times, the kinds that the host can offer, and the key of the one whose times they are. */
export type NextTimes = { times: number[]; kinds: NextKind[]; kind: string | null }

/** refused: it can't be had; `times` are those that can. */
export type NextAnswer = { kind: 'done'; door: DoorView } | { kind: 'refused'; reason: string; times: NextTimes } | { kind: 'failed' }

export type WantedTimes = { after: number | null; kind: string | null }

/** Free times after `after`, epoch milliseconds, for a meeting of this kind; null when they can't be had now. */
export async function fetchNextTimes(url: string, { after, kind }: WantedTimes): Promise<NextTimes | null> {
  const query = new URLSearchParams({ ...(after !== null && { after: isoInstant(after) }), ...(kind !== null && { kind }) }).toString()
  const address = query === '' ? url : `${url}?${query}`
  const response = await askApp(address)
  if (!response?.ok) return null
  const { times, kinds, kind: shown } = await response.json()
  return { times, kinds, kind: shown }
}

/** Nothing that goes wrong leads away from the page. */
export async function postNext(url: string, asked: NextAsked): Promise<NextAnswer> {
  const response = await askApp(url, { body: asked })
  const answered = await response?.json().catch(() => null)
  if (response?.ok && answered) return { kind: 'done', door: answered }
  if (!answered?.reason) return { kind: 'failed' }
  const { reason, times = [], kinds = [], kind = null } = answered
  return { kind: 'refused', reason, times: { times, kinds, kind } }
}
