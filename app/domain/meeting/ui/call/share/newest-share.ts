/** A share as everybody knows it: how many it came after, which its track's name tells, and the server's id for it. */
export type ShareMark = { sid: string; name: string | undefined }

const PREFIX = 'share-'

/** The latest turn of all that were seen: a share that begins now is one later, so that no clock has to be right. */
export function latestTurn(before: number, seen: readonly ShareMark[]): number {
  return Math.max(before, ...seen.map(turnOf))
}

export function shareName(turn: number): string {
  return `${PREFIX}${turn}`
}

/** Does `other` come after `own`? Both sides find the same answer, also when both began at once: one of two shares stops, never both. */
export function isNewerShare(other: ShareMark, own: ShareMark): boolean {
  return turnOf(other) === turnOf(own) ? other.sid > own.sid : turnOf(other) > turnOf(own)
}

function turnOf({ name }: ShareMark): number {
  const turn = name?.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : 0
  return Number.isSafeInteger(turn) ? turn : 0
}
