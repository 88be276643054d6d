import { defineConfig } from 'vitest/config'

const folders = ['kernel', 'domain', 'routes', 'mail', 'db', 'platform', 'server', 'house', 'i18n', 'ui', 'support']

export default defineConfig({
  test: {
    include: [`tests/{${folders.join(',')}}/**/*.test.{ts,tsx}`],
    globalSetup: ['tests/support/vitest-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    outputFile: { json: 'test-results/vitest.json' },
    env: {
      LOG_LEVEL: 'silent',
      BOT_CHECK: 'off',
      LINK_KEY: 'a-link-key-that-only-the-tests-know-0123456789',
      AUTH_SECRET: 'a-secret-that-only-the-tests-know-0123456789ab',
    },
  },
})
