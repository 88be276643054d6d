import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const POLL_MS = 25

/** Is a process with this id running, whoever owns it? A killed one that nobody has waited for is not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * The words that started a process, or null when there is none. A process id alone proves nothing:
 * ids are given out again, so a left-over is only ours when its own words name our folder.
 */
export async function commandLine(pid: number): Promise<string | null> {
  try {
    const words = process.platform === 'linux' ? await readProcessTable(pid) : await askPs(pid)
    return words === '' ? null : words
  } catch {
    return null
  }
}

/** Does process `pid` run, and do its words hold every one of `marks`? */
export async function isOurs(pid: number, marks: string[]): Promise<boolean> {
  const words = await commandLine(pid)
  return words !== null && marks.every((mark) => words.includes(mark))
}

/**
 * Sends each signal in turn, waiting `patienceMs` after each, until the process is gone.
 * The last signal should be SIGKILL.
 */
export async function stopProcess(pid: number, signals: NodeJS.Signals[], patienceMs: number): Promise<void> {
  for (const signal of signals) {
    if (!send(pid, signal)) return
    if (await isGoneWithin(pid, patienceMs)) return
  }
}

export async function isGoneWithin(pid: number, patienceMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += POLL_MS) {
    if (!isRunning(pid)) return true
    await pause(POLL_MS)
  }
  return !isRunning(pid)
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  const status = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return status.slice(status.lastIndexOf(')')).startsWith(') Z')
}

async function readProcessTable(pid: number): Promise<string> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim()
}

async function askPs(pid: number): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'args=', '-p', String(pid)])
  return stdout.trim()
}
