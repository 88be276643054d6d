import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isRunning } from '../../server/machine/processes.ts'
import { clearDataFolder, makeDataFolder, startProcess } from '../support/started.ts'

let folder: string
beforeEach(() => { folder = makeDataFolder() })
afterEach(() => clearDataFolder(folder))

test('while developing, pages come from the sources and reload themselves, and SIGTERM leaves nothing running', { timeout: 90_000 }, async () => {
  const started = startProcess(folder, { NODE_ENV: 'development' }, ['--dev'])
  await started.until(() => started.output().includes('Fremmøde is ready'), 'it is ready')
  const { url, postgresPid } = started.running()
  const page = await fetch(`${url}/book/intro`)
  const html = await page.text()
  const script = /<script type="module" src="([^"]*hmr[^"]*)"/.exec(html)?.[1] ?? ''
  expect([page.status, (await fetch(new URL(script, url))).status]).toEqual([200, 200])
  expect(await (await fetch(`${url}/desk/sign-in`)).text()).toContain(script)
  started.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  expect(isRunning(postgresPid ?? 0)).toBe(false)
  expect(['lock', 'running.json'].filter((name) => existsSync(join(folder, name)))).toEqual([])
})
