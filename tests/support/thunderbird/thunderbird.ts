import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stopProcess } from '../../../server/machine/processes.ts'
import { until } from '../product.ts'
import { openMarionette, type Marionette } from './marionette.ts'
import { describeProfile, type Owner } from './profile.ts'

/** What the invitation bar above a mail says, and the ids of the buttons that it offers. */
export type InvitationBar = { says: string; offers: string[] }

export type Thunderbird = {
  /** Fetches mail until the inbox holds `count`, and opens the newest. */
  openNewest: (count: number) => Promise<InvitationBar>
  /** Presses a button of the bar above the open mail; ends when the calendar has changed. */
  press: (button: string) => Promise<void>
  /** All entries of the calendar, as iCalendar text. */
  readCalendar: () => Promise<string[]>
  stop: () => Promise<void>
}

const PROGRAM = '/usr/bin/thunderbird'
const PACKAGES = { thunderbird: PROGRAM, 'dovecot-pop3d': '/usr/lib/dovecot/pop3' }
const IN_WINDOW = 'resource://proof/in-window.mjs'
const START_LIMIT_MS = 120_000

/** The Debian packages that are not here; empty when the proof can be run. */
export function missingPackages(): string[] {
  return Object.entries(PACKAGES).flatMap(([name, file]) => existsSync(file) ? [] : [name])
}

/** Thunderbird without a screen, on a new profile: one person, one mail account, one empty calendar. */
export async function startThunderbird(owner: Owner): Promise<Thunderbird> {
  const folder = await mkdtemp(join(tmpdir(), 'fremmode-thunderbird-'))
  await writeFile(join(folder, 'user.js'), describeProfile(owner))
  const words = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', folder]
  const child = spawn(PROGRAM, words, { stdio: 'ignore', env: { ...process.env, HOME: folder, TZ: 'Europe/Copenhagen' } })
  const stop = async () => {
    if (child.pid) await stopProcess(child.pid, ['SIGTERM', 'SIGKILL'], 5_000)
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  try {
    const line = await openLine(folder)
    const call = (name: string, ...given: unknown[]) => line.run(`return ChromeUtils.importESModule("${IN_WINDOW}").${name}(...given)`, given)
    await call('settleIn')
    return {
      openNewest: async (count) => await call('openNewest', count) as InvitationBar,
      press: async (button) => { await call('press', button) },
      readCalendar: async () => await call('readCalendar') as string[],
      stop: async () => {
        line.end()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Thunderbird writes down the port that it listens on. A module gets its rights only by an address that it has given out. */
async function openLine(folder: string): Promise<Marionette> {
  const readPort = async () => Number(await readFile(join(folder, 'MarionetteActivePort'), 'utf8'))
  await until(async () => await readPort() > 0, 'Thunderbird listens', START_LIMIT_MS)
  const line = await openMarionette(await readPort())
  await line.run(`Services.io.getProtocolHandler('resource').QueryInterface(Ci.nsIResProtocolHandler)
    .setSubstitution('proof', Services.io.newURI(given[0]))`, [new URL('./', import.meta.url).href])
  return line
}
