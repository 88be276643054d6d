import type { LineState } from '../../line/line.ts'

/** Trouble that goes on is told again each second. So much later a word of it is over, though no other came. */
export const WORD_HOLDS_MS = 5_000

/** What somebody else's browser last told of its line, and when it was heard; in milliseconds of a clock that nobody sets. */
export type LineWord = { line: LineState; at: number }

/** The words that still hold at this moment, by who told them. */
export function standingWords(words: ReadonlyMap<string, LineWord>, at: number): Record<string, LineState> {
  return Object.fromEntries([...words].filter(([, word]) => at - word.at < WORD_HOLDS_MS).map(([identity, { line }]) => [identity, line]))
}
