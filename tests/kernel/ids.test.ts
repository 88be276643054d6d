import { expect, test } from 'vitest'
import { invariant } from '#app/kernel/invariant.ts'
import { isId, newId, newOpaqueName } from '#app/kernel/ids.ts'
import { isLocale } from '#app/kernel/locale.ts'
import { ok, refuse } from '#app/kernel/result.ts'

test('a new id is an id, and no two are the same', () => {
  const ids = Array.from({ length: 200 }, newId)
  expect(ids.every(isId)).toBe(true)
  expect(new Set(ids).size).toBe(200)
})

test('what PostgreSQL would not take for a uuid is no id', () => {
  for (const text of ['', 'x', newId().toUpperCase(), `${newId()}0`, newId().replaceAll('-', ''), null, 5, "' OR 1=1"]) {
    expect(isId(text), String(text)).toBe(false)
  }
})

test('an opaque name can stand in a URL and has as many bits as asked', () => {
  expect(newOpaqueName()).toMatch(/^[\w-]{24}$/)
  expect(newOpaqueName(24)).toMatch(/^[\w-]{32}$/)
  expect(newOpaqueName()).not.toBe(newOpaqueName())
})

test('there are two languages', () => {
  expect(['da', 'en', 'de', '', null].filter(isLocale)).toEqual(['da', 'en'])
})

test('a result is one thing or the other', () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 })
  expect(refuse('slot-taken')).toEqual({ ok: false, reason: 'slot-taken' })
})

test('a broken invariant says what should have been', () => {
  expect(() => invariant(false, 'two is two')).toThrow('two is two')
  expect(() => invariant(1, 'anything truthy holds')).not.toThrow()
})
