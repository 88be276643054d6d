import { createHash } from 'node:crypto'
import { isSolved, PUZZLE, puzzleText } from '#app/kernel/puzzle.ts'
import { HOUR_MS } from '#app/kernel/time.ts'
import { readStamp } from './visitor.server.ts'

/** How long after the form was drawn its puzzle counts. */
const PROOF_LASTS_MS = HOUR_MS

const PROOF = /^\d{1,9}(?:\.\d{1,9})+$/

/**
 * Did a browser work on this very form? The challenge is the form's stamp, which is signed and bound to the form's
 * key; that a proof is used once is for whoever keeps the keys to see to.
 */
export function isProven(form: { key: string; stamp: string | null; proof: string }, now: number): boolean {
  const { key, stamp, proof } = form
  const drawnAt = stamp === null ? null : readStamp(stamp, key)
  if (stamp === null || drawnAt === null || now - drawnAt > PROOF_LASTS_MS || !PROOF.test(proof)) return false
  const numbers = proof.split('.').map(Number)
  return numbers.length === PUZZLE.parts
    && numbers.every((number, part) => isSolved(createHash('sha256').update(puzzleText(stamp, part, number)).digest()))
}
