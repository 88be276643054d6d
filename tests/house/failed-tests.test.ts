import { expect, test } from 'vitest'
import { failedTests } from '../support/failed-tests.ts'

test('a failed journey is named with its place and how it began to fail, without colours and without end', () => {
  const message = `\u001B[31mError: it was dark\u001B[39m\n\n${'line\n'.repeat(50)}`
  const good = { title: 'is fine', ok: true, line: 1, tests: [] }
  const bad = { title: 'is lit', ok: false, line: 7, tests: [{ results: [{ errors: [{ message }] }] }] }
  const [only = '', ...more] = failedTests({ suites: [{ file: 'a.spec.ts', specs: [good], suites: [{ file: 'a.spec.ts', specs: [bad] }] }] })
  expect(more).toEqual([])
  expect(only.split('\n').slice(0, 2)).toEqual(['a.spec.ts:7: is lit', '      Error: it was dark'])
  expect(only.split('\n')).toHaveLength(9)
})

test('a failed unit is named with its file, and so is a file that could not be loaded', () => {
  const assertionResults = [
    { fullName: 'adds', status: 'failed', failureMessages: ['Error: 3'] }, { fullName: 'takes', status: 'passed', failureMessages: [] },
  ]
  expect(failedTests({ testResults: [
    { name: 'a.test.ts', status: 'failed', message: '', assertionResults },
    { name: 'b.test.ts', status: 'failed', message: 'No such module', assertionResults: [] },
    { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [] },
  ] })).toEqual(['a.test.ts: adds\n      Error: 3', 'b.test.ts\n      No such module'])
})
