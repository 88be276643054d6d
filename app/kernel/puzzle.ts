/**
 * A puzzle that costs a browser a few tenths of a second and the server a few hashes: for each part a number is
 * sought with which the challenge hashes to so many zero bits. Several small parts take a more even time than one
 * large: 4,096 hashes on average, rarely twice that.
 */
export const PUZZLE = { parts: 8, bits: 9 } as const

/** What is hashed (SHA-256) for one number of one part. */
export function puzzleText(challenge: string, part: number, number: number): string {
  return `${challenge}.${part}.${number}`
}

/** Does the hash begin with enough zero bits? */
export function isSolved(hash: Uint8Array): boolean {
  const [first = 255, second = 255] = hash
  return ((first << 8) | second) >> (16 - PUZZLE.bits) === 0
}
