import { isoDate } from '#app/kernel/time.ts'

/** Times of one day are alike: a few of each show more of what there is. */
const MOST_OF_A_DAY = 3

/** The first free days with their first, middle and last start, `most` in all, in the order of the clock. Pure. */
export function spreadTimes(starts: readonly number[], timeZone: string, most: number): number[] {
  const days = new Map<string, number[]>()
  for (const at of starts) {
    const day = isoDate(at, timeZone)
    days.set(day, [...(days.get(day) ?? []), at])
  }
  return [...days.values()].flatMap(ofDay).slice(0, most)
}

function ofDay(starts: number[]): number[] {
  if (starts.length <= MOST_OF_A_DAY) return starts
  return [starts[0], starts[Math.floor(starts.length / 2)], starts[starts.length - 1]].flatMap((at) => at ?? [])
}
