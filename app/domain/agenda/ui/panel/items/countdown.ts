import { MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'

export type Countdown = { kind: 'left'; clock: string } | { kind: 'just-over' } | { kind: 'over'; minutes: number }

/** How an item's time is told: to the second while there is some, in whole minutes when it is used. */
export function countdownOf(leftMs: number): Countdown {
  if (leftMs > 0) return { kind: 'left', clock: minutesAndSeconds(Math.ceil(leftMs / SECOND_MS)) }
  const minutes = Math.floor(-leftMs / MINUTE_MS)
  return minutes === 0 ? { kind: 'just-over' } : { kind: 'over', minutes }
}

/** Minutes that were used, as people say them: never none. */
export function spentMinutes(spentMs: number): number {
  return Math.max(1, Math.round(spentMs / MINUTE_MS))
}

/** Whole seconds, such as `3:05`. */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
