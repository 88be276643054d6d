import { expect, test } from 'vitest'
import { findOtherForm, writeOtherForm } from '#app/platform/pages/other-form.server.ts'

const writers = { 'application/json': () => '{}', 'text/markdown': () => '#' }
const asking = (accept: string | null) => new Request('http://localhost/', { headers: accept === null ? {} : { Accept: accept } })

test.each([
  [null, null],
  ['*/*', null],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', null],
  ['text/html, application/json', null],
  ['application/json', 'application/json'],
  ['Text/Markdown;q=0.9, */*', 'text/markdown'],
  ['image/png', null],
])('who asks for %s gets %s', (accept, mediaType) => {
  expect(writeOtherForm(asking(accept), writers)?.mediaType ?? null).toBe(mediaType)
})

test('the form is found among what the loaders gave', () => {
  const otherForm = writeOtherForm(asking('text/markdown'), writers)
  expect(findOtherForm({ root: { otherForm: null }, page: { otherForm } })).toEqual({ mediaType: 'text/markdown', text: '#' })
  expect(findOtherForm({ root: null, page: { otherForm: null } })).toBeNull()
})
