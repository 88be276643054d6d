import { afterEach, expect, test, vi } from 'vitest'
import { browserHours } from '#app/i18n/browser-hours.ts'

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['da-DK', '24'],
  ['en-GB', '24'],
  ['en-US', '12'],
  ['C', null],
  ['', null],
])('a browser in "%s" has a clock of %s hours', (language, hours) => {
  vi.stubGlobal('navigator', { language })
  expect(browserHours()).toBe(hours)
})
