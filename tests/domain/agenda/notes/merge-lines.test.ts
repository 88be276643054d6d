import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeLines } from '#app/domain/agenda/notes/merge-lines.ts'

const BASE = 'Mål: ti møder.\nPris: ?\nEjer: Mette'

test('what two changed in different lines is all there', () => {
  const first = 'Mål: tolv møder.\nPris: ?\nEjer: Mette'
  expect(mergeLines(BASE, first, 'Mål: ti møder.\nPris: 9.000\nEjer: Mette')).toBe('Mål: tolv møder.\nPris: 9.000\nEjer: Mette')
  expect(mergeLines(BASE, first, 'Mål: ti møder.\nPris: ?')).toBe('Mål: tolv møder.\nPris: ?')
  expect(mergeLines(BASE, first, `Til Søren\n${BASE}\nStart: mandag`)).toBe('Til Søren\nMål: tolv møder.\nPris: ?\nEjer: Mette\nStart: mandag')
})

test('what both added at one place stands, the first one\'s first; the same line of both stands once', () => {
  expect(mergeLines(BASE, `${BASE}\nEt`, `${BASE}\nTo`)).toBe(`${BASE}\nEt\nTo`)
  expect(mergeLines(BASE, `${BASE}\nEt`, `Nu\n${BASE}\nEt`)).toBe(`Nu\n${BASE}\nEt`)
})

test('where both changed one line, or one took away what the other changed, neither is taken for the other', () => {
  expect(mergeLines('Vi er seks.', 'Vi er otte.', 'Vi er ti.')).toBeNull()
  expect(mergeLines(BASE, BASE.replace('?', '9.000'), 'Mål: ti møder.\nEjer: Mette')).toBeNull()
  expect(mergeLines(BASE, BASE.replace('?', '9.000\ni alt'), `Alt nyt`)).toBeNull()
})

test('who changed nothing, or the same, stands in nobody\'s way', () => {
  expect(mergeLines(BASE, 'Alt nyt', BASE)).toBe('Alt nyt')
  expect(mergeLines(BASE, BASE, 'Alt nyt')).toBe('Alt nyt')
  expect(mergeLines(BASE, 'Alt nyt', 'Alt nyt')).toBe('Alt nyt')
})

test('of very many lines two changes are not compared', () => {
  const long = Array.from({ length: 500 }, (_, index) => `Linje ${index}`).join('\n')
  expect(mergeLines(long, `${long}\nEt`, `Nul\n${long}`)).toBeNull()
  expect(mergeLines(long, long, `Nul\n${long}`)).toBe(`Nul\n${long}`)
})

const line = fc.constantFrom('a', 'b', 'c', '')
const text = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'))

test('whatever two make of a text: each line that one of them added is in what is merged, and their order is of no account', () => {
  fc.assert(fc.property(text, fc.nat(6), fc.nat(6), (base, one, other) => {
    const insert = (at: number, added: string) => base.split('\n').toSpliced(at, 0, added).join('\n')
    const merged = mergeLines(base, insert(one, 'ny et'), insert(other, 'ny to'))
    expect(merged?.split('\n')).toEqual(expect.arrayContaining(['ny et', 'ny to']))
  }))
  fc.assert(fc.property(text, text, text, (base, one, other) => {
    expect(mergeLines(base, one, other) === null).toBe(mergeLines(base, other, one) === null)
  }))
})
