import { askApp } from '#app/ui/island/ask-app.ts'

/** taken: somebody else has it, or it can't be had; `times` are those that are free now. */
export type Moved = { kind: 'moved' } | { kind: 'taken'; times: number[] } | { kind: 'failed' }

/** Times to which the meeting can be moved, epoch milliseconds; null when they can't be had now. */
export async function fetchTimes(url: string): Promise<number[] | null> {
  const response = await askApp(url)
  if (!response?.ok) return null
  const { times } = await response.json()
  return times
}

/** Moves the meeting there. Nothing that goes wrong leads away from the page. */
export async function postMove(url: string, startsAt: number): Promise<Moved> {
  const response = await askApp(url, { body: { startsAt } })
  if (response?.ok) return { kind: 'moved' }
  const refused = response?.status === 409 ? await response.json().catch(() => null) : null
  return refused ? { kind: 'taken', times: refused.times } : { kind: 'failed' }
}
