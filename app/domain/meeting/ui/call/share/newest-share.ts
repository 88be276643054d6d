/** A share as the media server marked it: each has a version of its own, in the order in which they began. */
export type ShareMark = { sid: string; startedAt: { unixMicro: bigint; ticks: number } | null }

/** Does `other` come after `own`? Both sides find the same answer, so that one of two shares stops and never both. */
export function isNewerShare(other: ShareMark, own: ShareMark): boolean {
  const [later, earlier] = [other.startedAt, own.startedAt]
  if (later && earlier && later.unixMicro !== earlier.unixMicro) return later.unixMicro > earlier.unixMicro
  if (later && earlier && later.ticks !== earlier.ticks) return later.ticks > earlier.ticks
  return other.sid > own.sid
}
