import { expect, test } from 'vitest'
import { chooseFormat, fileNameOf, ownFormat } from '#app/domain/meeting/ui/recording/capture/format.ts'

test('WebM is preferred, MP4 taken where only that is written, and nothing where neither is', () => {
  expect(chooseFormat(() => true)).toEqual({ mimeType: 'video/webm;codecs=vp8,opus', extension: 'webm' })
  expect(chooseFormat((type) => type === 'video/webm')).toEqual({ mimeType: 'video/webm', extension: 'webm' })
  expect(chooseFormat((type) => type.startsWith('video/mp4'))).toEqual({ mimeType: 'video/mp4', extension: 'mp4' })
  expect(chooseFormat(() => false)).toBeNull()
})

test('what is no browser can’t record', () => {
  expect(ownFormat()).toBeNull()
})

test('a file is named by the moment it began, in an order that sorts', () => {
  expect(fileNameOf('moede', new Date(2026, 0, 5, 9, 7), 'webm')).toBe('moede-2026-01-05-0907.webm')
  const names = [new Date(2026, 10, 25, 9), new Date(2026, 2, 1, 23), new Date(2026, 10, 25, 10)].map((at) => fileNameOf('m', at, 'mp4'))
  expect([...names].sort()).toEqual([names[1], names[0], names[2]])
})
