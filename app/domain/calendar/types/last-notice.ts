import { hoursBetween, joinIntervals } from '../hours.ts'
import type { HostRules, TypeRules } from '../slot-rules.ts'

/**
 * The last instant from which a notice of `noticeMs` to `startsAt` is kept with this host; `from` when there is none
 * after it. Working hours are counted back from the start, whether they are taken or not.
 */
export function lastNoticeAt(
  host: HostRules, startsAt: number, { from, noticeMs, noticeCounts }: Pick<TypeRules, 'noticeMs' | 'noticeCounts'> & { from: number },
): number {
  if (noticeCounts !== 'working') return Math.max(from, startsAt - noticeMs)
  let leftMs = noticeMs
  if (leftMs === 0) return startsAt
  for (const open of joinIntervals(hoursBetween(host, { from, to: startsAt })).toReversed()) {
    const [begins, ends] = [Math.max(open.startsAt, from), Math.min(open.endsAt, startsAt)]
    if (ends - begins >= leftMs) return ends - leftMs
    leftMs -= Math.max(0, ends - begins)
  }
  return from
}
