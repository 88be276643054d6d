import { expect, test } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { seal, unseal } from '#app/platform/inbox/seal.server.ts'

const MAIL = Buffer.from('From: Søren\r\n\r\nhttps://meet.example.com/j/seat/a-secret-key\r\n')

test('what is sealed is read back as it was, is other bytes each time, and shows nothing of itself', () => {
  const [first, second] = [seal(MAIL), seal(MAIL)]
  expect([unseal(first), unseal(second)]).toEqual([MAIL, MAIL])
  expect(first.equals(second)).toBe(false)
  expect(first.includes('a-secret-key')).toBe(false)
})

test('nothing at all can be sealed too', () => {
  expect(unseal(seal(Buffer.alloc(0)))).toHaveLength(0)
})

test('one changed bit, or another key, opens nothing', () => {
  const sealed = seal(MAIL)
  for (const at of [0, 12, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => unseal(changed)).toThrow()
  }
  publishEnv({ LINK_KEY: 'another-key-of-thirty-two-letters-at-least' })
  expect(() => unseal(sealed)).toThrow()
})
