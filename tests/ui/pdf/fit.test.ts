import { expect, test } from 'vitest'
import { dotsPerPixel, firstZoom, nextZoom, scaleToFit } from '#app/ui/pdf/fit.ts'

const A4 = { width: 595, height: 842 }
const SLIDE = { width: 842, height: 474 }

test('a whole page is seen whole, whichever side is the tight one', () => {
  expect(scaleToFit(A4, { width: 1190, height: 842 }, 'page')).toBe(1)
  expect(scaleToFit(SLIDE, { width: 421, height: 900 }, 'page')).toBe(0.5)
})

test('a page as wide as the place fills it, and twice as large is twice that', () => {
  expect(scaleToFit(A4, { width: 1190, height: 100 }, 'width')).toBe(2)
  expect(scaleToFit(A4, { width: 1190, height: 100 }, 'double')).toBe(4)
})

test('a page is as sharp as the screen', () => {
  expect(dotsPerPixel({ width: 800, height: 600 }, 3)).toBe(3)
  expect(dotsPerPixel({ width: 360, height: 500 }, 1)).toBe(1)
})

test('a page of ten metres takes no more memory than a canvas may', () => {
  for (const size of [{ width: 28_000, height: 28_000 }, { width: 200_000, height: 10 }, { width: 4_000, height: 8_000 }]) {
    const dots = dotsPerPixel(size, 3)
    expect(size.width * dots * size.height * dots).toBeLessThanOrEqual(16_000_001)
    expect(Math.max(size.width, size.height) * dots).toBeLessThanOrEqual(8_193)
  }
})

test('sizes go round, and a narrow place begins where letters can be read', () => {
  expect([nextZoom('page'), nextZoom('width'), nextZoom('double')]).toEqual(['width', 'double', 'page'])
  expect([firstZoom({ width: 344, height: 300 }), firstZoom({ width: 900, height: 500 })]).toEqual(['width', 'page'])
})
