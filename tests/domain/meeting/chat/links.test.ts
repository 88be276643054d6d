import { expect, test } from 'vitest'
import { splitLinks } from '#app/domain/meeting/chat/links.ts'

test.each([
  ['Se https://example.com/a?b=c#d her', ['https://example.com/a?b=c#d']],
  ['https://example.com.', ['https://example.com/']],
  ['(https://example.com/x) og (https://da.wikipedia.org/wiki/Salg_(handel))', ['https://example.com/x', 'https://da.wikipedia.org/wiki/Salg_(handel)']],
  ['https://a.dk/1,https://b.dk/2', ['https://a.dk/1,https://b.dk/2']],
  ['https://a.dk/1\nhttps://b.dk/2!', ['https://a.dk/1', 'https://b.dk/2']],
  ['HTTPS://Example.com', ['https://example.com/']],
])('in %j the links are found, without the sentence around them', (text, expected) => {
  expect(splitLinks(text).flatMap(({ href }) => href ?? [])).toEqual(expected)
})

test.each([
  'http://example.com', 'javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', 'https://', 'https://localhost/x', 'example.com',
  'https://bank.dk@evil.example/login', 'https://user:word@evil.example/',
])('%j is no link: only https, and no address that shows one site and leads to another', (text) => {
  expect(splitLinks(text)).toEqual([{ text, href: null }])
})

test('no letter is lost or doubled, whatever stands around a link', () => {
  for (const text of ['', 'a', 'https://a.dk', ' https://a.dk/ ', 'x https://a.dk, y https://b@c.dk z https://d.dk)', '"https://a.dk"<https://b.dk>']) {
    expect(splitLinks(text).map((part) => part.text).join('')).toBe(text)
  }
})

test('a very long line is split in no time', () => {
  const text = `${'https://a.dk/((((('.repeat(200)} ${')'.repeat(2_000)}`
  const startedAt = performance.now()
  splitLinks(text)
  expect(performance.now() - startedAt).toBeLessThan(500)
})
