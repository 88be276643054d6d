import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSolved, PUZZLE, puzzleText } from '#app/kernel/puzzle.ts'
import { newId } from '#app/kernel/ids.ts'
import { HOUR_MS } from '#app/kernel/time.ts'
import { isProven } from '#app/platform/pages/proof.server.ts'
import { stampForm } from '#app/platform/pages/visitor.server.ts'
import { NOW } from '../../support/meetings.ts'
import { solvePuzzle } from '../../support/puzzle.ts'

const key = newId()
const stamp = stampForm(key, NOW)
const proof = solvePuzzle(stamp)

test('the work of a browser on this form counts for an hour', () => {
  expect(isProven({ key, stamp, proof }, NOW)).toBe(true)
  expect(isProven({ key, stamp, proof }, NOW + HOUR_MS)).toBe(true)
  expect(isProven({ key, stamp, proof }, NOW + HOUR_MS + 1)).toBe(false)
})

test('it counts for no other form, and no stamp of one\'s own making', () => {
  const other = newId()
  expect(isProven({ key: other, stamp, proof }, NOW)).toBe(false)
  const forged = `${NOW}.${'x'.repeat(43)}`
  expect(isProven({ key, stamp: forged, proof: solvePuzzle(forged) }, NOW)).toBe(false)
  expect(isProven({ key, stamp: null, proof }, NOW)).toBe(false)
})

test('each part must be solved, and there must be as many as there are', () => {
  const numbers = proof.split('.')
  const wrong = numbers.map((number, part) => (part === 3 ? String(unsolved(part, Number(number))) : number))
  expect(isProven({ key, stamp, proof: wrong.join('.') }, NOW)).toBe(false)
  expect(isProven({ key, stamp, proof: numbers.slice(1).join('.') }, NOW)).toBe(false)
  expect(isProven({ key, stamp, proof: `${proof}.0` }, NOW)).toBe(false)
})

test.each(['', 'nonsense', '1.2.3', '-1.2.3.4.5.6.7.8', '1e3.1.1.1.1.1.1.1', ' '.repeat(100_000)])('"%.20s" is no proof', (text) => {
  expect(isProven({ key, stamp, proof: text }, NOW)).toBe(false)
})

test('a hash is solved by its first bits, and by nothing else', () => {
  const answers = [[0, 0x7f], [0, 0x80], [1, 0], []].map((bytes) => isSolved(new Uint8Array(bytes)))
  expect(answers).toEqual([true, false, false, false])
})

test('the puzzle costs what it says: some thousand hashes', () => {
  const hashesOf = (solved: string) => solved.split('.').reduce((sum, number) => sum + Number(number) + 1, 0)
  const tries = Array.from({ length: 40 }, (_, index) => hashesOf(solvePuzzle(`form ${index}`)))
  const mean = tries.reduce((sum, one) => sum + one, 0) / tries.length
  expect(mean).toBeGreaterThan(PUZZLE.parts * 2 ** PUZZLE.bits * 0.7)
  expect(mean).toBeLessThan(PUZZLE.parts * 2 ** PUZZLE.bits * 1.4)
})

function unsolved(part: number, from: number): number {
  let number = from + 1
  while (isSolved(createHash('sha256').update(puzzleText(stamp, part, number)).digest())) number += 1
  return number
}
