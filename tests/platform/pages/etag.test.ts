import { expect, test } from 'vitest'
import { etagOf, isKnownTo } from '#app/platform/pages/etag.server.ts'

const asking = (tags?: string) => new Request('http://localhost/', tags === undefined ? {} : { headers: { 'If-None-Match': tags } })

test('the same text has the same tag, another text another, and the tag is weak', () => {
  expect(etagOf('Møde')).toBe(etagOf('Møde'))
  expect(etagOf('Møde')).not.toBe(etagOf('Mode'))
  expect(etagOf('Møde')).toMatch(/^W\/"[\w-]{27}"$/)
})

test('a version is known by its tag in a list, weak or not, and by nothing else', () => {
  const etag = etagOf('Møde')
  for (const tags of [etag, etag.slice(2), `"a", ${etag}`, `${etag},"b"`, '*']) expect(isKnownTo(asking(tags), etag), tags).toBe(true)
  for (const tags of [undefined, '', '"a"', etag.slice(0, -2), etagOf('Mode')]) expect(isKnownTo(asking(tags), etag), tags).toBe(false)
})
