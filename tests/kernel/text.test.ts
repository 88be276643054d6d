import { expect, test } from 'vitest'
import { telHref, unbroken } from '#app/kernel/text.ts'

test('a number rings however it is written', () => {
  expect(['+45 20 00 00 02', '(+45) 20-00-00-02', '20.00.00.02'].map(telHref)).toEqual(['tel:+4520000002', 'tel:+4520000002', 'tel:20000002'])
})

test('a number that is not to be divided has the same letters and no space that breaks', () => {
  expect(unbroken('+45 20 00 00 02')).toBe('+45\u00a020\u00a000\u00a000\u00a002')
})
