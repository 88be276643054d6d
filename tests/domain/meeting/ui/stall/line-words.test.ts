import { expect, test } from 'vitest'
import { standingWords, WORD_HOLDS_MS, type LineWord } from '#app/domain/meeting/ui/stall/line-words.ts'

test('a word of trouble holds until it was not repeated for five seconds, and a newer one counts from when it came', () => {
  const words = new Map<string, LineWord>([['guest', { line: 'no-upload', at: 1_000 }], ['colleague', { line: 'no-media', at: 4_000 }]])
  expect(standingWords(words, 1_000 + WORD_HOLDS_MS - 1)).toEqual({ guest: 'no-upload', colleague: 'no-media' })
  expect(standingWords(words, 1_000 + WORD_HOLDS_MS)).toEqual({ colleague: 'no-media' })
  expect(standingWords(words.set('guest', { line: 'good', at: 8_000 }), 10_000)).toEqual({ guest: 'good' })
})
