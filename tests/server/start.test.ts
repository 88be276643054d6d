import { createServer } from 'node:net'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { isRunning } from '../../server/machine/processes.ts'
import { clearDataFolder, makeDataFolder, startProcess, type Started } from '../support/started.ts'

vi.setConfig({ testTimeout: 60_000 })
let folder: string
beforeEach(() => { folder = makeDataFolder() })
afterEach(() => clearDataFolder(folder))

const isReady = (started: Started) => () => started.output().includes('Fremmøde is ready')

const DATABASE = () => ({ DATABASE_URL: inject('postgresUrl') })

/** The one line that a start which can't go on prints; nothing of it may look like a crash. */
async function faultLine(settings: Record<string, string>): Promise<string> {
  const started = startProcess(folder, settings)
  expect(await started.ended).toBe(1)
  const lines = started.output().trim().split('\n')
  expect(lines).toHaveLength(1)
  return lines[0] ?? ''
}

test('a fresh start makes keys and database, prints where everything is, and SIGTERM stops all of it in order', async () => {
  const started = startProcess(folder)
  await started.until(isReady(started), 'it is ready')
  const { url, port, pid, postgresPid } = started.running()
  expect(pid).toBe(started.pid)
  expect((await fetch(`${url}/health/ready`)).status).toBe(200)
  for (const line of [`Website     ${url}`, `${url}/book/intro`, `${url}/setup/only-once`, `${url}/dev/mail`, folder]) {
    expect(started.output()).toContain(line)
  }
  await started.until(() => started.running().livekitPid, 'LiveKit runs')
  const { livekitPid } = started.running()
  started.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  expect(started.output().trim().split('\n').at(-1)).toBe('app stopped')
  expect([postgresPid, livekitPid].map((child) => isRunning(child ?? 0))).toEqual([false, false])
  expect(['lock', 'running.json'].filter((name) => existsSync(join(folder, name)))).toEqual([])
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
})

test('keys stay the same from start to start, and only their owner can read them', async () => {
  const read = () => readdirSync(join(folder, 'keys')).map((name) => {
    const path = join(folder, 'keys', name)
    return [name, statSync(path).mode & 0o777, statSync(path).mtimeMs]
  })
  const seen: unknown[] = []
  for (let round = 0; round < 2; round += 1) {
    const started = startProcess(folder, DATABASE())
    await started.until(isReady(started), 'it is ready')
    seen.push(read())
    started.kill('SIGINT')
    expect(await started.ended).toBe(0)
  }
  expect(seen[0]).toEqual(seen[1])
  expect(read().map(([name, mode]) => [name, mode])).toEqual([['auth', 0o600], ['dkim.pem', 0o600], ['link', 0o600], ['livekit', 0o600]])
})

test('a second start on the same folder says in one line that the first one runs, and where', async () => {
  const first = startProcess(folder, DATABASE())
  await first.until(isReady(first), 'it is ready')
  expect(await faultLine({})).toContain(`already runs on the data folder ${folder} at ${first.running().url} (process ${first.pid})`)
  expect((await fetch(`${first.running().url}/health/live`)).status).toBe(200)
  first.kill('SIGTERM')
  await first.ended
})

test('a lock of a dead process, or of a stranger with its id, is taken over', async () => {
  writeFileSync(join(folder, 'lock'), String(process.ppid))
  const started = startProcess(folder, DATABASE())
  await started.until(isReady(started), 'it is ready')
  started.kill('SIGKILL')
  await started.ended
  const next = startProcess(folder, DATABASE())
  await next.until(isReady(next), 'it is ready again')
  next.kill('SIGTERM')
  expect(await next.ended).toBe(0)
})

test('a taken port is told in one line with the setting to change', async () => {
  const taker = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taker.once('listening', resolve))
  const address = taker.address()
  const port = typeof address === 'object' && address ? address.port : 0
  expect(await faultLine({ PORT: String(port) })).toMatch(new RegExp(`^Port ${port} is taken by another program. Set PORT to`))
  taker.close()
})

test('a wrong setting is named, with what it wants', async () => {
  expect(await faultLine({ PORT: 'many', LIVEKIT_URL: 'sfu' })).toMatch(/^Wrong settings\. PORT \(Port of the web server.*; LIVEKIT_URL \(/)
  expect(await faultLine({ LIVEKIT_URL: 'wss://sfu.example.com' })).toContain('LIVEKIT_API_KEY and LIVEKIT_API_SECRET')
})

test('a wrong DATABASE_URL is told in one line without its password', async () => {
  const line = await faultLine({ DATABASE_URL: 'postgres://someone:wrong-secret@127.0.0.1:9/fremmode' })
  expect(line).toBe('DATABASE_URL postgres://someone:***@127.0.0.1:9/fremmode does not work: '
    + 'nobody listens there. Start that PostgreSQL, or leave DATABASE_URL out.')
})

test('with a database of others nothing embedded is started, and none is left behind', async () => {
  const started = startProcess(folder, DATABASE())
  await started.until(isReady(started), 'it is ready')
  expect(started.running().postgresPid).toBeNull()
  expect(existsSync(join(folder, 'postgres'))).toBe(false)
  started.kill('SIGTERM')
  expect(await started.ended).toBe(0)
})

test('a public address on plain http is told that browsers will refuse the camera', async () => {
  const started = startProcess(folder, { ...DATABASE(), PUBLIC_URL: 'http://meet.example.com', SMTP_URL: 'smtp://user:secret@mail.example.com' })
  await started.until(isReady(started), 'it is ready')
  expect(started.output()).toContain('Without https, browsers will refuse camera and microphone')
  expect(started.output()).toContain('http://meet.example.com/book/intro')
  expect(started.output()).toContain('sent through mail.example.com')
  expect(started.output()).not.toContain('secret@')
  started.kill('SIGTERM')
  expect(await started.ended).toBe(0)
})
