import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Running } from '../../server/data-folder.ts'
import { isRunning, pause, stopProcess } from '../../server/machine/processes.ts'
import { TINY_BUILD } from './site.ts'

export type Started = {
  pid: number
  output: () => string
  running: () => Running
  /** Waits until `isSo` holds. @throws {Error} with the output when it never does. */
  until: (isSo: () => unknown, what: string) => Promise<void>
  kill: (signal: NodeJS.Signals) => void
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
}

/** A data folder that PostgreSQL's system user can reach. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fremmode-process-'))
  chmodSync(folder, 0o755)
  return folder
}

/** Ends whatever a test left running on the folder, and deletes it. */
export async function clearDataFolder(folder: string): Promise<void> {
  const pidFiles = ['lock', 'livekit/pid', 'postgres/cluster/postmaster.pid'].map((name) => join(folder, name))
  const pids = pidFiles.filter((file) => existsSync(file)).map((file) => parseInt(readFileSync(file, 'utf8')))
  for (const pid of pids) if (pid > 0 && isOfFolder(pid, folder)) await stopProcess(pid, ['SIGKILL'], 5_000)
  await rm(folder, { recursive: true, force: true })
}

/** The whole process as `npm start` runs it, with the tiny build instead of the product's pages, or as other words say. */
export function startProcess(folder: string, settings: Record<string, string> = {}, how = ['--build', TINY_BUILD]): Started {
  const anyPorts = { PORT: '0', LIVEKIT_PORT: '0', LIVEKIT_TCP_PORT: '0', LIVEKIT_UDP_PORT: '0', LIVEKIT_TURN_PORT: '0' }
  const env = { ...process.env, ...anyPorts, LOG_LEVEL: 'warn', DATA_DIR: folder, ...settings }
  const words = ['--import', 'tsx', 'server/start.ts', ...how]
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    pid: child.pid ?? 0,
    output: () => output,
    running: () => JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')),
    until: (isSo, what) => until(isSo, () => `${what}\n${output}`),
    kill: (signal) => void child.kill(signal),
    ended,
  }
}

async function until(isSo: () => unknown, describe: () => string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 40_000; waitedMs += 25) {
    if (await holds(isSo)) return
    await pause(25)
  }
  throw new Error(`In vain it was waited until: ${describe()}`)
}

async function holds(isSo: () => unknown): Promise<boolean> {
  try {
    return Boolean(await isSo())
  } catch {
    return false
  }
}

function isOfFolder(pid: number, folder: string): boolean {
  if (!isRunning(pid)) return false
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  const surroundings = readFileSync(`/proc/${pid}/environ`, 'utf8')
  return words.includes(folder) || surroundings.includes(`DATA_DIR=${folder}`)
}
