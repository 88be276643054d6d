import { expect, test } from 'vitest'
import { loader } from '../../app/routes/site/speculation-rules.ts'

test('browsers may fetch public pages ahead, and no personal one', async () => {
  const answer = loader()
  expect(answer.headers.get('Content-Type')).toBe('application/speculationrules+json')
  const { prefetch: [rule] } = await answer.json()
  const patterns: string[] = rule.where.href_matches
  expect(patterns).toContain('/book/*')
  expect(patterns.filter((pattern) => /^\/(b|j|booking|room|desk|setup|o)(\/|$)/.test(pattern))).toEqual([])
})
