import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('imports keep to the rules of the house', { timeout: 120_000 }, () => {
  const found = cruise(['app', 'db', 'server', '--output-type', 'err'])
  expect(found).toMatch(/no dependency violations found/)
})

test('a file that breaks a rule is found', { timeout: 120_000 }, () => {
  const found = cruise(['tests/house/broken', '--output-type', 'err'])
  expect(found).toMatch(/no-cycles/)
})

function cruise(args: string[]): string {
  try {
    return execFileSync('npx', ['depcruise', '--config', 'tests/house/import-rules.cjs', ...args], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}
