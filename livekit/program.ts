import { execFile, spawn } from 'node:child_process'
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const MODULE_FOLDER = dirname(fileURLToPath(import.meta.url))
const PACKAGE = 'github.com/livekit/livekit-server/cmd/server'
const TELL_EVERY_MS = 5_000
const BUILD_LIMIT_MS = 15 * 60_000

/** Where the LiveKit server's program lies, or why there is none, in words that hold the remedy. */
export type FoundProgram = { path: string; isBuilt: boolean } | { path: null; remedy: string }

export type Progress = {
  /** Told at the start of a build and every few seconds while it lasts. */
  onBuilding: (elapsedSeconds: number) => void
  signal: AbortSignal
  /** Where Go may lie. Its installer does not touch the PATH. */
  goPrograms?: string[]
}

/**
 * The LiveKit server of this machine: `livekit-server` on the PATH, else the one that was built earlier,
 * else one that is now built from the version pinned in go.mod (about two minutes).
 */
export async function findProgram(cacheFolder: string, progress: Progress): Promise<FoundProgram> {
  const installed = await run('sh', ['-c', 'command -v livekit-server']).then(({ stdout }) => stdout.trim(), () => null)
  if (installed && (await answers(installed))) return { path: installed, isBuilt: false }
  const cached = join(cacheFolder, `livekit-server-${await pinnedVersion()}`)
  if ((await isThere(cached)) && (await answers(cached))) return { path: cached, isBuilt: false }
  const go = await findGo(progress.goPrograms ?? ['go', '/usr/local/go/bin/go'])
  if (go === null) return { path: null, remedy: WITHOUT_GO }
  const fault = await build(go, cached, progress)
  return fault === null ? { path: cached, isBuilt: true } : { path: null, remedy: `LiveKit could not be built: ${fault}` }
}

const WITHOUT_GO = 'Meetings need a LiveKit server, and there is none. Install Go 1.26 or newer (https://go.dev/dl) and start '
  + 'again, put livekit-server on the PATH, or set LIVEKIT_URL. All else works.'

async function pinnedVersion(): Promise<string> {
  const text = await readFile(join(MODULE_FOLDER, 'go.mod'), 'utf8')
  return /livekit-server (v[\d.]+)/.exec(text)?.[1] ?? 'unknown'
}

/** Asks the program itself: a half-written or foreign file does not answer. */
function answers(program: string): Promise<boolean> {
  return run(program, ['--version'], { timeout: 10_000 }).then(({ stdout }) => stdout.includes('livekit-server'), () => false)
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(() => true, () => false)
}

/** Any Go since 1.21 fetches the version that go.mod names by itself. */
async function findGo(programs: string[]): Promise<string | null> {
  for (const go of programs) {
    const isUsable = await run(go, ['env', 'GOVERSION'], { cwd: MODULE_FOLDER, timeout: 60_000 }).then(() => true, () => false)
    if (isUsable) return go
  }
  return null
}

/** Builds beside the target and moves it there in one step. Gives null, or the last line of what Go said. */
async function build(go: string, target: string, { onBuilding, signal }: Progress): Promise<string | null> {
  const half = `${target}.${process.pid}`
  await mkdir(dirname(target), { recursive: true })
  const startedAt = performance.now()
  const tell = () => onBuilding(Math.round((performance.now() - startedAt) / 1000))
  tell()
  const clock = setInterval(tell, TELL_EVERY_MS)
  try {
    await compile(go, half, signal)
    await rename(half, target)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    clearInterval(clock)
    await rm(half, { force: true })
  }
}

async function compile(go: string, target: string, signal: AbortSignal): Promise<void> {
  const words = ['build', '-mod=readonly', '-trimpath', '-ldflags', '-s -w', '-o', target, PACKAGE]
  const child = spawn(go, words, {
    cwd: MODULE_FOLDER, stdio: ['ignore', 'ignore', 'pipe'], signal, timeout: BUILD_LIMIT_MS, killSignal: 'SIGKILL',
  })
  let said = ''
  child.stderr.on('data', (text) => (said += text))
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject))
  if (code !== 0) throw new Error(said.trim().split('\n').at(-1) || `go ended with ${code ?? 'a signal'}`)
}
