import { expect, test } from 'vitest'
import { contentLine, mailtoValue, quotedParameter, textValue, uriValue, utcValue } from '#app/domain/calendar/icalendar-line.ts'
import { icsByteFaults } from '../../support/ics-bytes.ts'

const octets = (text: string) => new TextEncoder().encode(text).length

test('a line of 75 octets stays whole, one of 76 is folded', () => {
  expect(contentLine('X', 'a'.repeat(73))).toBe(`X:${'a'.repeat(73)}\r\n`)
  expect(contentLine('X', 'a'.repeat(74))).toBe(`X:${'a'.repeat(73)}\r\n a\r\n`)
})

test('the space that opens a folded line counts', () => {
  const [, second = ''] = contentLine('X', 'a'.repeat(200)).split('\r\n')
  expect(octets(second)).toBe(75)
})

test('a character of four octets is never cut', () => {
  expect(contentLine('X', `${'a'.repeat(70)}👋b`)).toBe(`X:${'a'.repeat(70)}\r\n 👋b\r\n`)
})

test('half a surrogate pair becomes the replacement character', () => {
  expect(textValue('a\ud83db')).toBe('a\ufffdb')
})

test('backslash, semicolon, comma and line break are escaped in text, colon and quote are not', () => {
  expect(textValue('a\\b;c,d\r\ne\nf:"g"')).toBe('a\\\\b\\;c\\,d\\ne\\nf:"g"')
})

test('control characters vanish from text, but the tab stays', () => {
  expect(textValue('a\u0000\u0007b\tc\u007f')).toBe('ab\tc')
})

test('circumflex, quote and line break in a parameter stand as RFC 6868 says', () => {
  expect(quotedParameter('a^b"c\nd')).toBe(`"a^^b^'c^nd"`)
})

test('a URI is percent-encoded and not escaped', () => {
  expect(uriValue('https://example.com/ø?a=1,2;3\n')).toBe('https://example.com/%C3%B8?a=1,2;3%0A')
})

test('an address is a lower-case mailto URI without a character that ends it', () => {
  expect(mailtoValue('Åse+x@example.com')).toBe('mailto:%C3%85se+x@example.com')
  expect(mailtoValue('a"b:c?d@example.com')).toBe('mailto:a%22b%3Ac%3Fd@example.com')
})

test('an instant is written in UTC, to the second', () => {
  expect(utcValue(Date.UTC(2026, 2, 29, 1, 30, 5, 999))).toBe('20260329T013005Z')
})

test('the byte check finds each fault it is there for', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)
  expect(icsByteFaults(bytes('A:b\r\n'))).toEqual([])
  expect(icsByteFaults(bytes(`A:${'b'.repeat(74)}\r\n`))).toEqual(['line 1 has 76 octets'])
  expect(icsByteFaults(bytes('A:b\nC:d\r\n'))).toEqual(['a lone LF at 3'])
  expect(icsByteFaults(bytes('A:b\rC:d\r\n'))).toEqual(['a lone CR at 3', 'line 1 has a control character'])
  expect(icsByteFaults(bytes('A:b'))).toEqual(['the last line has no CRLF'])
  expect(icsByteFaults(bytes('A:b\r\n\r\n'))).toEqual(['line 2 is empty'])
  const cut = new Uint8Array([...bytes('A:'), 0xc3, 0x0d, 0x0a, 0x20, 0xb8, 0x0d, 0x0a])
  expect(icsByteFaults(cut)).toEqual(['line 1 is not UTF-8 by itself', 'line 2 is not UTF-8 by itself'])
})
