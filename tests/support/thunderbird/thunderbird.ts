import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { stopProcess } from '../../../server/machine/processes.ts'
import { until } from '../product.ts'
import { openMarionette } from './marionette.ts'
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

const IN_WINDOW = fileURLToPath(new URL('in-window.mjs', import.meta.url))

/** The names of the programs that are not here; empty when the proof can be run. */
export function missingPrograms(): string[] {
  return ['thunderbird', 'dovecot'].filter((name) => spawnSync('which', [name]).status !== 0)
}

/** Thunderbird without a screen, on a new profile: one person, one mail account, one empty calendar. */
export async function startThunderbird(owner: Owner): Promise<Thunderbird> {
  const folder = await mkdtemp(join(tmpdir(), 'fremmode-thunderbird-'))
  await writeFile(join(folder, 'user.js'), describeProfile(owner))
  const words = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', folder]
  const child = spawn('thunderbird', words, { stdio: 'ignore', env: { ...process.env, HOME: folder, TZ: 'Europe/Copenhagen' } })
  const portFile = join(folder, 'MarionetteActivePort')
  await until(async () => Number(await readFile(portFile, 'utf8')) > 0, 'Thunderbird listens', 60_000)
  const line = await openMarionette(Number(await readFile(portFile, 'utf8')))
  const call = (name: string, ...given: unknown[]) => line.run(`return (await ${LOAD})[${JSON.stringify(name)}](...given)`, given)
  await line.run(ADMIT, [pathToFileURL(dirname(IN_WINDOW)).href + '/'])
  await call('makeCalendar')
  return {
    openNewest: async (count) => await call('openNewest', count) as InvitationBar,
    press: async (button) => { await call('press', button) },
    readCalendar: async () => await call('readCalendar') as string[],
    stop: async () => {
      line.end()
      if (child.pid) await stopProcess(child.pid, ['SIGTERM', 'SIGKILL'], 5_000)
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

const LOAD = 'ChromeUtils.importESModule("resource://proof/in-window.mjs")'

/** A module with Thunderbird's own rights is only read from an address that it has given out itself. */
const ADMIT = `Services.io.getProtocolHandler('resource').QueryInterface(Ci.nsIResProtocolHandler)
  .setSubstitution('proof', Services.io.newURI(given[0]))`
