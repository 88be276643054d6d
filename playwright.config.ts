import { readdirSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './tests/support/chromium.ts'

const FOLDERS = ['journeys', 'calls', 'proofs']
const files = FOLDERS.flatMap((folder) => readdirSync(`tests/${folder}`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.spec.ts')).map((name) => `${folder}/${name}`)).toSorted()

export default defineConfig({
  testDir: 'tests',
  /** Each file has a browser of its own: pages that one leaves open would slow down all that follow. */
  projects: files.map((file) => ({ name: file.replace('.spec.ts', ''), testMatch: file })),
  outputDir: 'test-results/journeys',
  /** Two cores: a call with two browsers and a media server needs them alone. Journeys over pages are told to share them. */
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: {
    timeout: 10_000,
    /** The same browser draws the same to the dot; the next one draws the edge of a letter here and there otherwise. An icon is more. */
    toHaveScreenshot: { maxDiffPixels: 40, threshold: 0.1 },
  },
  snapshotPathTemplate: 'tests/pictures/{arg}{ext}',
  reporter: [['list']],
  use: {
    /** A trace of every step takes a quarter of the time. */
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_FLAGS },
  },
})
