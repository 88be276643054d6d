import { createHash } from 'node:crypto'
import { isSolved, PUZZLE, puzzleText } from '#app/kernel/puzzle.ts'

/** What a browser's script works out for a form, hash by hash. */
export function solvePuzzle(stamp: string): string {
  return Array.from({ length: PUZZLE.parts }, (_, part) => {
    let number = 0
    while (!isSolved(createHash('sha256').update(puzzleText(stamp, part, number)).digest())) number += 1
    return number
  }).join('.')
}
