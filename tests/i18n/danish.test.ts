import { expect, test } from 'vitest'
import { agendasDa } from '#app/domain/booking/default-world/da.ts'
import { messages } from '#app/i18n/messages.ts'

const TEXTS = textsIn([messages('da'), agendasDa])

test('Danish texts quote as Danish does, and in one way', () => {
  expect(TEXTS.length).toBeGreaterThan(500)
  expect(TEXTS.filter((text) => /[“»«]/.test(text))).toEqual([])
  expect(TEXTS.filter((text) => (text.match(/”/g) ?? []).length % 2 > 0)).toEqual([])
})

test('one thing has one name in Danish', () => {
  const others = /\bfirma(et|er)?\b(?!\.dk)|\boverblik\b|\bopsamling/i
  expect(TEXTS.filter((text) => others.test(text))).toEqual([])
})

function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part]
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : []
}
