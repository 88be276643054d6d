import { expect, test } from 'vitest'
import { fitInside, mainSource, type PictureSource } from '#app/domain/meeting/ui/recording/capture/main-source.ts'

const me = source('me', { isOwn: true })
const soren = source('søren')
const amina = source('amina')

test('the face of whoever speaks is recorded, and stays while nobody does', () => {
  expect(mainSource([me, soren, { ...amina, isSpeaking: true }], null)).toMatchObject({ id: 'amina' })
  expect(mainSource([me, soren, amina], 'amina')).toBe(amina)
  expect(mainSource([me, soren, amina], null)).toBe(soren)
  expect(mainSource([me, soren], 'amina')).toBe(soren)
})

test('what is shared comes before any face, somebody else’s before the host’s own', () => {
  const [own, theirs] = [source('own', { isOwn: true, kind: 'screen' }), source('theirs', { kind: 'screen' })]
  expect(mainSource([{ ...soren, isSpeaking: true }, own], 'søren')).toBe(own)
  expect(mainSource([own, soren, theirs], 'own')).toBe(theirs)
})

test('the host’s own face is never recorded, also when nobody else is there', () => {
  expect(mainSource([{ ...me, isSpeaking: true }], 'me')).toBeNull()
  expect(mainSource([], null)).toBeNull()
})

test.each([
  [{ width: 1280, height: 720 }, { x: 0, y: 0, width: 1280, height: 720 }],
  [{ width: 640, height: 480 }, { x: 160, y: 0, width: 960, height: 720 }],
  [{ width: 2560, height: 720 }, { x: 0, y: 180, width: 1280, height: 360 }],
  [{ width: 90, height: 160 }, { x: 437.5, y: 0, width: 405, height: 720 }],
])('a picture of %o is shown whole, in the middle', (picture, place) => {
  expect(fitInside(picture, { width: 1280, height: 720 })).toEqual(place)
})

function source(id: string, given: Partial<PictureSource> = {}): PictureSource {
  return { id, kind: 'camera', isOwn: false, isSpeaking: false, ...given }
}
