import { chromium, type Browser } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findChromium } from '../chromium.ts'

/** `delayMs` one way; `loss` 0 to 1; `udp`: which ways it passes, seen from where the product runs. */
export type LineSettings = { delayMs: number; loss: number; udp: 'both' | 'none' | 'to-us' | 'to-them' }

export const GOOD_LINE: LineSettings = { delayMs: 0, loss: 0, udp: 'both' }
export const BLACKOUT: LineSettings = { ...GOOD_LINE, loss: 1 }

export type NetworkLine = {
  /** This side's address: what the product announces. */
  address: string
  set: (settings: Partial<LineSettings>) => Promise<void>
  /** A Chromium on the far side. */
  launchFar: (flags: string[]) => Promise<Browser>
  stop: () => Promise<void>
}

/** Why no line can be made here, or null when it can. */
export function whyNoLine(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'a network line of its own needs Linux and root'
  try {
    accessSync('/dev/net/tun', constants.R_OK | constants.W_OK)
    return null
  } catch {
    return 'a network line of its own needs /dev/net/tun'
  }
}

/** Makes a line to a network namespace of its own. @throws {Error} with the relay's words when it does not come up. */
export async function startNetworkLine(settings: LineSettings = GOOD_LINE): Promise<NetworkLine> {
  const folder = await mkdtemp(join(tmpdir(), 'fremmode-line-'))
  const net = `10.9.${process.pid % 250}`
  const relay = spawn('python3', [join(import.meta.dirname, 'relay.py'), `${net}.1`, `${net}.2`], { stdio: ['pipe', 'pipe', 'pipe'] })
  const say = sayingTo(relay)
  const holder = /^ready (\d+)$/.exec(await say.next())?.[1]
  if (!holder) throw new Error(`The line does not come up: ${say.complaints()}`)
  const set = async (wanted: Partial<LineSettings>) => {
    relay.stdin.write(`${JSON.stringify(wanted)}\n`)
    await say.next()
  }
  await set(settings)
  return {
    address: `${net}.1`,
    set,
    launchFar: (flags) => launchIn(holder, folder, flags),
    stop: async () => {
      const ended = new Promise((resolve) => relay.once('exit', resolve))
      relay.stdin.end()
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function launchIn(holder: string, folder: string, flags: string[]): Promise<Browser> {
  const wrapper = join(folder, 'chromium')
  await writeFile(wrapper, `#!/bin/sh\nexec nsenter -t ${holder} -n -- '${findChromium()}' "$@"\n`, { mode: 0o755 })
  return chromium.launch({ executablePath: wrapper, args: flags })
}

/** The relay's lines, one by one. After its end every further one is empty. */
function sayingTo(relay: ChildProcess): { next: () => Promise<string>; complaints: () => string } {
  let complaints = ''
  relay.stderr?.on('data', (chunk: Buffer) => { complaints += chunk.toString() })
  const [said, waiting]: [string[], ((line: string) => void)[]] = [[], []]
  const take = (line: string) => {
    const hear = waiting.shift()
    if (hear) hear(line)
    else said.push(line)
  }
  if (relay.stdout) createInterface(relay.stdout).on('line', take).on('close', () => waiting.forEach((hear) => hear('')))
  return {
    next: () => new Promise((resolve) => {
      const [line] = said.splice(0, 1)
      if (line === undefined) waiting.push(resolve)
      else resolve(line)
    }),
    complaints: () => complaints,
  }
}
