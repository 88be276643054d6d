import { spawn, type SpawnOptions } from 'node:child_process'
import { mkdir, open, rename, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { readKept, writeKept } from '../server/machine/kept-files.ts'
import { isRunning, pause } from '../server/machine/processes.ts'
import { findLeftOver, liveKitFiles, stopLiveKit } from './left-over.ts'

// The first start and the first start again come at once.
const DELAYS_MS = [0, 0, 500, 1_000, 2_000, 4_000, 8_000, 15_000]
const STEADY_AFTER_MS = 30_000
const READY_LIMIT_MS = 30_000
const LOOK_EVERY_MS = 50
const MAX_LOG_BYTES = 5_000_000

/** Nothing of our environment: LiveKit would take LIVEKIT_PORT for its own setting, above its file. */
const LIVEKIT_ENV: NodeJS.ProcessEnv = { PATH: '/usr/bin:/bin', NODE_ENV: 'production' }

export type Supervised = { pid: () => number | null; stop: () => Promise<void> }

export type Watch = {
  /** The server answers: for the first time, or again after it died. */
  onUp: () => void
  /** It died or does not come up. It is tried again without end. */
  onDown: (reason: string) => void
}

type Server = { program: string; folder: string; config: string; signalPort: number }

/** A running server: our own child, or the one that an earlier start of ours left behind. */
type Life = { pid: number; ended: Promise<void> }

/**
 * Keeps a LiveKit server running on `config`. One that an earlier start left behind on the very same
 * configuration is taken over with the meetings in it; on any other it is stopped first.
 */
export async function superviseLiveKit(server: Server, watch: Watch): Promise<Supervised> {
  await mkdir(server.folder, { recursive: true, mode: 0o700 })
  const stopping = new AbortController()
  let life = await adoptLeftOver(server)
  const keep = async () => {
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      if (life === null) await rest(DELAYS_MS[Math.min(failures, DELAYS_MS.length - 1)] ?? 0, stopping.signal)
      life ??= stopping.signal.aborted ? null : await launch(server)
      if (stopping.signal.aborted && life) await stopLiveKit(life.pid)
      const livedMs = life ? await watchLife(life, server.signalPort, watch) : 0
      if (livedMs > STEADY_AFTER_MS) failures = -1
      life = null
      if (!stopping.signal.aborted) watch.onDown(await lastWords(server.folder))
    }
  }
  const kept = keep()
  return {
    pid: () => life?.pid ?? null,
    stop: async () => {
      stopping.abort()
      if (life) await stopLiveKit(life.pid)
      await kept
    },
  }
}

async function adoptLeftOver({ folder, config }: Server): Promise<Life | null> {
  const leftOver = await findLeftOver(folder)
  const files = liveKitFiles(folder)
  if (leftOver !== null && (await readKept(files.config)) === config) {
    return { pid: leftOver, ended: waitForEnd(leftOver) }
  }
  if (leftOver !== null) await stopLiveKit(leftOver)
  await writeKept(files.config, config)
  return null
}

async function launch({ program, folder }: Server): Promise<Life | null> {
  const files = liveKitFiles(folder)
  const size = await stat(files.log).then((file) => file.size, () => 0)
  if (size > MAX_LOG_BYTES) await rename(files.log, `${files.log}.old`)
  const log = await open(files.log, 'a', 0o600)
  // A group of its own, so that Ctrl+C in the terminal reaches us alone and the stop stays in order.
  const options = { stdio: ['ignore', log.fd, log.fd], detached: true, cwd: '/', env: LIVEKIT_ENV } satisfies SpawnOptions
  const child = spawn(program, ['--config', files.config], options)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
  await log.close()
  if (child.pid === undefined) return null
  await writeKept(files.pid, String(child.pid))
  return { pid: child.pid, ended }
}

/** Follows a server from its first answer to its end. Gives how long it answered. */
async function watchLife({ pid, ended }: Life, signalPort: number, watch: Watch): Promise<number> {
  let hasEnded = false
  void ended.then(() => (hasEnded = true))
  for (let waitedMs = 0; !hasEnded && !(await isAnswering(signalPort)); waitedMs += LOOK_EVERY_MS) {
    if (waitedMs > READY_LIMIT_MS) await stopLiveKit(pid)
    await pause(LOOK_EVERY_MS)
  }
  if (hasEnded) return 0
  const upAt = performance.now()
  watch.onUp()
  await ended
  return performance.now() - upAt
}

/** The end of a process that is not our child has to be looked for. */
async function waitForEnd(pid: number): Promise<void> {
  while (isRunning(pid)) await pause(LOOK_EVERY_MS)
}

function isAnswering(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(1_000) }).then((answer) => answer.ok, () => false)
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return sleep(milliseconds, undefined, { signal }).catch(() => undefined)
}

async function lastWords(folder: string): Promise<string> {
  const lines = ((await readKept(liveKitFiles(folder).log)) ?? '').trim().split('\n')
  return lines.at(-1) || 'it gave no reason'
}
