import { DAY_MS, isoDate } from '#app/kernel/time.ts'

/** So many earlier times one mail offers. */
export const MOST_OFFERED = 3

/** Whoever waits for an earlier time gets one mail in so long at most. */
export const TOLD_EVERY_MS = DAY_MS

type Look = {
  /** Earlier starts that were free when it was looked last, or null at the first look. */
  known: readonly number[] | null
  /** Those that are free now. */
  current: readonly number[]
  toldAt: number | null
  now: number
}

/**
 * What somebody who waits for an earlier time is to be told of: starts that are free now and were not at the last
 * look. Times that free too soon after a mail stay unknown, so that they are told when the day is over, if they
 * are free then; one that was taken in between becomes news again.
 * @returns `againAt` is when to look again, epoch milliseconds.
 */
export function decideTelling({ known, current, toldAt, now }: Look): { fresh: number[]; known: number[]; againAt: number | null } {
  const before = new Set(known ?? current)
  const fresh = current.filter((at) => !before.has(at))
  const stayed = current.filter((at) => before.has(at))
  const tellableAt = toldAt === null ? now : toldAt + TOLD_EVERY_MS
  if (fresh.length > 0 && now < tellableAt) return { fresh: [], known: stayed, againAt: tellableAt }
  return { fresh, known: [...current], againAt: null }
}

/** The first of each day before a second of any, ascending: a day that opens as a whole is one offer among others. */
export function offerOf(starts: readonly number[], zone: string): number[] {
  const ranked = starts.map((at, index) => {
    const day = isoDate(at, zone)
    return { at, rank: starts.slice(0, index).filter((other) => isoDate(other, zone) === day).length }
  })
  return ranked
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .slice(0, MOST_OFFERED)
    .map(({ at }) => at)
    .sort((one, other) => one - other)
}
