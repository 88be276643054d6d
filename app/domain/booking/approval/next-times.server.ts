import type { MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { listOpenSlots } from '#app/domain/calendar/queries.server.ts'
import { DAY_MS } from '#app/kernel/time.ts'
import { nextStarts } from './approval.ts'

/** How many times a no offers instead. */
const OFFERED = 3

/** The free times that come next after one that can't be had, as they are now. Epoch milliseconds. */
export async function listNextStarts(type: MeetingType, wantedAt: number, now: number): Promise<number[]> {
  const slots = await listOpenSlots({ type, now, from: now, to: now + (type.horizonDays + 2) * DAY_MS })
  return nextStarts(slots.map(({ startsAt }) => startsAt), wantedAt, OFFERED)
}
