/** A share as everybody knows it: how many it came after, which its track's name tells, and the server's id for it. */
export type ShareMark = { sid: string; name: string | undefined }

const PREFIX = 'share-'

/** The name for a share that begins while these go on: one turn later than all that are seen, so that no clock has to be right. */
export function nextShareName(others: readonly ShareMark[]): string {
  return `${PREFIX}${Math.max(0, ...others.map(turnOf)) + 1}`
}

/** Does `other` come after `own`? Both sides find the same answer, also when both began at once: one of two shares stops, never both. */
export function isNewerShare(other: ShareMark, own: ShareMark): boolean {
  return turnOf(other) === turnOf(own) ? other.sid > own.sid : turnOf(other) > turnOf(own)
}

function turnOf({ name }: ShareMark): number {
  const turn = name?.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : 0
  return Number.isSafeInteger(turn) ? turn : 0
}
