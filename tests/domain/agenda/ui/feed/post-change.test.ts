import { afterEach, expect, test, vi } from 'vitest'
import { postChange } from '#app/domain/agenda/ui/feed/post-change.ts'

const pending = { changeId: 'c1', change: { kind: 'item-start' as const, itemId: null }, at: 1, version: null }

afterEach(() => vi.unstubAllGlobals())

test('a change is posted as JSON, with the id that makes a repeat harmless', async () => {
  const fetched = answerWith(new Response(JSON.stringify({ version: 4, at: 9 })))
  expect(await postChange('/agenda', pending)).toEqual({ kind: 'answered', version: 4, at: 9 })
  const [url, request] = fetched.mock.calls[0] ?? []
  expect(url).toBe('/agenda')
  expect(request).toMatchObject({ method: 'POST', body: JSON.stringify({ changeId: 'c1', change: pending.change }) })
})

test.each([500, 502, 503, 429, 408])('%i is no answer, so the change is posted again', async (status) => {
  answerWith(new Response('', { status }))
  expect(await postChange('/agenda', pending)).toEqual({ kind: 'unanswered' })
})

test('no connection is no answer, and neither is half an answer', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await postChange('/agenda', pending)).toEqual({ kind: 'unanswered' })
  answerWith(new Response('{"version": 4'))
  expect(await postChange('/agenda', pending)).toEqual({ kind: 'unanswered' })
})

test('a refusal carries its reason; one without words is a refusal all the same', async () => {
  answerWith(new Response(JSON.stringify({ reason: 'too-many' }), { status: 409 }))
  expect(await postChange('/agenda', pending)).toEqual({ kind: 'refused', reason: 'too-many' })
  answerWith(new Response('<h1>Forbidden</h1>', { status: 403 }))
  expect(await postChange('/agenda', pending)).toEqual({ kind: 'refused', reason: 'not-allowed' })
})

function answerWith(response: Response) {
  const fetched = vi.fn((_url: string, _request: RequestInit) => Promise.resolve(response))
  vi.stubGlobal('fetch', fetched)
  return fetched
}
