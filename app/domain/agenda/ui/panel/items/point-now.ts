import type { Agenda } from '../../../agenda.ts'

/** The id of the point that the meeting is at, or will be at first; null when all are done. */
export function pointNow({ currentItemId, items }: Agenda): string | null {
  return currentItemId ?? items.find(({ isDone }) => !isDone)?.id ?? null
}
