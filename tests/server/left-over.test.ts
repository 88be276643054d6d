import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { startEmbeddedPostgres } from '../../db/embedded.ts'
import { isRunning } from '../../server/machine/processes.ts'
import { clearDataFolder, makeDataFolder, startProcess, type Started } from '../support/started.ts'

vi.setConfig({ testTimeout: 60_000 })
let folder: string
let otherFolder: string
beforeEach(() => { [folder, otherFolder] = [makeDataFolder(), makeDataFolder()] })
afterEach(async () => { await Promise.all([clearDataFolder(folder), clearDataFolder(otherFolder)]) })

const DATABASE = () => ({ DATABASE_URL: inject('postgresUrl') })

async function whole(started: Started): Promise<Started> {
  await started.until(() => started.output().includes('rooms reopened') && started.running().livekitPid, 'all of it runs')
  return started
}

test('after a kill -9 the next start stops its own PostgreSQL and takes over its own LiveKit', async () => {
  const first = await whole(startProcess(folder))
  const before = first.running()
  first.kill('SIGKILL')
  await first.ended
  expect([before.postgresPid, before.livekitPid].map((pid) => isRunning(pid ?? 0))).toEqual([true, true])
  const next = await whole(startProcess(folder, { PORT: String(before.port) }))
  const after = next.running()
  expect(isRunning(before.postgresPid ?? 0)).toBe(false)
  expect(after.postgresPid).not.toBe(before.postgresPid)
  expect(after.livekitPid).toBe(before.livekitPid)
  next.kill('SIGTERM')
  expect(await next.ended).toBe(0)
  expect([after.postgresPid, after.livekitPid].map((pid) => isRunning(pid ?? 0))).toEqual([false, false])
})

test('a LiveKit that was left behind with other settings is replaced', async () => {
  const first = await whole(startProcess(folder, DATABASE()))
  const before = first.running()
  first.kill('SIGKILL')
  await first.ended
  const next = await whole(startProcess(folder, { ...DATABASE(), LIVEKIT_NODE_IP: '127.0.0.2' }))
  expect(next.running().livekitPid).not.toBe(before.livekitPid)
  expect(isRunning(before.livekitPid ?? 0)).toBe(false)
  next.kill('SIGTERM')
  await next.ended
})

test('LiveKit that is killed comes back by itself, its rooms are made again, and the site never goes away', async () => {
  const started = await whole(startProcess(folder, DATABASE()))
  const { livekitPid, url } = started.running()
  process.kill(livekitPid ?? 0, 'SIGKILL')
  await started.until(() => started.output().split('rooms reopened').length === 3, 'rooms are reopened twice')
  await started.until(() => started.running().livekitPid !== livekitPid, 'another LiveKit is on record')
  expect(started.output()).toContain('livekit down')
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ livekit: 'ready' })
  started.kill('SIGTERM')
  expect(await started.ended).toBe(0)
})

test('our LiveKit is told to report to us, on random keys and on this machine only', async () => {
  const started = await whole(startProcess(folder, DATABASE()))
  const config = JSON.parse(readFileSync(join(folder, 'livekit', 'livekit.yaml'), 'utf8'))
  const secret = readFileSync(join(folder, 'keys', 'livekit'), 'utf8').trim()
  expect(config).toMatchObject({
    bind_addresses: ['127.0.0.1'], keys: { fremmode: secret },
    room: { auto_create: true, empty_timeout: 300, departure_timeout: 120, max_participants: 20 },
    webhook: { urls: [`${started.running().url}/hooks/livekit`] },
    rtc: { use_external_ip: false, enable_loopback_candidate: true, congestion_control: { allow_pause: true } },
  })
  expect(JSON.stringify(config)).not.toContain('google')
  started.kill('SIGTERM')
  await started.ended
})

test('PostgreSQL that is killed comes back on the same address', async () => {
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, 'postgres'), isFast: true })
  const first = postgres.pid()
  process.kill(first, 'SIGKILL')
  await expect.poll(() => postgres.pid() !== first && isRunning(postgres.pid()), { timeout: 10_000 }).toBe(true)
  await postgres.stop()
})

test('a stranger that got the id of a dead PostgreSQL is left alone, and stands in nobody’s way', async () => {
  const dataFolder = join(folder, 'postgres')
  const postgres = await startEmbeddedPostgres({ dataFolder, isFast: true })
  const pidFile = join(dataFolder, 'cluster', 'postmaster.pid')
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n')
  await postgres.stop()
  const stranger = spawn('sleep', ['60'])
  writeFileSync(pidFile, [stranger.pid, ...rest].join('\n'))
  const again = await startEmbeddedPostgres({ dataFolder, isFast: true })
  expect(again.url).toBe(postgres.url)
  expect(isRunning(stranger.pid ?? 0)).toBe(true)
  await again.stop()
  stranger.kill()
})

test('two products on two folders do not touch each other', async () => {
  const [one, other] = await Promise.all([whole(startProcess(folder)), whole(startProcess(otherFolder))])
  const pids = [one, other].flatMap((started) => [started.running().postgresPid, started.running().livekitPid])
  expect(new Set(pids).size).toBe(4)
  one.kill('SIGTERM')
  expect(await one.ended).toBe(0)
  expect(pids.map((pid) => isRunning(pid ?? 0))).toEqual([false, false, true, true])
  other.kill('SIGTERM')
  expect(await other.ended).toBe(0)
})
