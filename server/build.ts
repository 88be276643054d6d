import { spawn } from 'node:child_process'
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { checkBuild, type Build } from './app-process.ts'
import { readKept } from './machine/kept-files.ts'
import { isRunning, pause } from './machine/processes.ts'
import { StartFault } from './machine/start-fault.ts'

export const PROJECT_FOLDER = dirname(dirname(fileURLToPath(import.meta.url)))
const BUILD_FOLDER = join(PROJECT_FOLDER, 'build')
const SERVER_BUILD = join(BUILD_FOLDER, 'server', 'index.js')
const SOURCES = ['app', 'db', 'public', 'remix.config.js', 'package.json']
const LOCK = join(PROJECT_FOLDER, '.cache', 'build.lock')

/**
 * Builds pages and scripts when there is no build, or when a source is newer than it.
 * Gives the folder of the build; one that was made elsewhere is taken as it is.
 */
export async function buildWhenNeeded(given: string | undefined, say: (line: string) => void): Promise<string> {
  if (given) return resolve(given)
  if (!(await isFresh())) await buildOnce(say)
  return BUILD_FOLDER
}

export async function loadBuild(buildFolder: string): Promise<Build> {
  const build: unknown = await import(pathToFileURL(join(buildFolder, 'server', 'index.js')).href)
  return checkBuild(build)
}

function buildOnce(say: (line: string) => void): Promise<void> {
  return withBuildLock(async () => {
    if (await isFresh()) return
    say('Building pages and scripts (about 20 s, only after a change)')
    const startedAt = performance.now()
    const { mtime } = await stat(LOCK)
    await runBuild()
    // What is saved while a build runs is newer than the build, so the next start builds again.
    await utimes(SERVER_BUILD, mtime, mtime)
    say(`Built in ${Math.round((performance.now() - startedAt) / 1000)} s`)
  })
}

async function isFresh(): Promise<boolean> {
  const builtAt = await changedAt(SERVER_BUILD)
  const newest = await Promise.all(SOURCES.map((source) => newestChange(join(PROJECT_FOLDER, source))))
  return builtAt > 0 && Math.max(...newest) <= builtAt
}

async function newestChange(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Math.max(...(await Promise.all([path, ...files].map(changedAt))))
}

function changedAt(path: string): Promise<number> {
  return stat(path).then((file) => file.mtimeMs, () => 0)
}

/** Two starts of one checkout would write the same files; the second waits and then finds them fresh. */
async function withBuildLock(work: () => Promise<void>): Promise<void> {
  await mkdir(dirname(LOCK), { recursive: true })
  for (;;) {
    const isMine = await writeFile(LOCK, String(process.pid), { flag: 'wx' }).then(() => true, () => false)
    if (isMine) break
    const holder = Number(await readKept(LOCK))
    if (holder > 0 && isRunning(holder) && holder !== process.pid) await pause(250)
    else await rm(LOCK, { force: true })
  }
  await work().finally(() => rm(LOCK, { force: true }))
}

async function runBuild(): Promise<void> {
  const command = findRemixCommand()
  const child = spawn(process.execPath, [command, 'vite:build', '--config', 'remix.config.js', '--logLevel', 'warn'], {
    cwd: PROJECT_FOLDER, stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const code = await new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject))
  if (code !== 0) throw new StartFault(`The build failed:\n${said.trim()}`)
}

function findRemixCommand(): string {
  try {
    return createRequire(import.meta.url).resolve('@remix-run/dev/dist/cli.js')
  } catch {
    throw new StartFault('There is no build, and the tools to make one are not installed. Run npm ci first.')
  }
}
