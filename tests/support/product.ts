import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loopbackUrl } from '../../server/http/listen.ts'

export type Product = {
  url: string
  /** The same, past whatever stands before it. */
  ownUrl: string
  dataFolder: string
  /** Everything that it printed so far. */
  output: () => string
  /** Address of its own database. */
  databaseUrl: () => string
  /** Process id of what `npm start` started, and of its children. */
  running: () => Running
  /** SIGKILL to the process that `npm start` started; its children live on, as after a crash. */
  kill: () => Promise<void>
  /** The same command again on the same data folder and port. */
  startAgain: () => Promise<void>
  stop: () => Promise<void>
}

type Running = { pid: number; port: number; url: string; livekitPid: number | null; postgresPid: number | null }

const START_LIMIT_MS = 60_000

/** Runs what `npm start` runs, on a data folder and ports of its own. */
export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fremmode-journey-'))
  await chmod(dataFolder, 0o755)
  const own = {
    PORT: '0', LIVEKIT_PORT: '0', LIVEKIT_TCP_PORT: '0', LIVEKIT_UDP_PORT: '0', LIVEKIT_TURN_PORT: '0', LOG_LEVEL: 'warn', DATA_DIR: dataFolder,
    // Everybody in a journey comes from one machine, and most from one company.
    BOT_CHECK: 'off', COMPANY_LIMIT_PER_HOUR: '10000', RESERVATIONS_PER_ADDRESS: '1000', RESERVATION_LIMIT_PER_HOUR: '10000',
  }
  let output = ''
  let child: ChildProcess | null = null
  let port = '0'
  const ownUrl = () => loopbackUrl(settings.HOST ?? '127.0.0.1', readRunning(dataFolder).port)

  const start = async () => {
    const env = { ...process.env, ...own, ...settings, PORT: settings.PORT ?? port, NODE_ENV: 'production' as const }
    const started = spawn(process.execPath, ['--import', 'tsx', 'server/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk: Buffer) => { output += chunk.toString() })
    child = started
    await untilReady(dataFolder, started, ownUrl, () => output)
    port = String(readRunning(dataFolder).port)
  }
  await start()

  return {
    get url() { return readRunning(dataFolder).url },
    get ownUrl() { return ownUrl() },
    dataFolder,
    output: () => output,
    databaseUrl: () => readDatabaseUrl(join(dataFolder, 'postgres')),
    running: () => readRunning(dataFolder),
    kill: async () => endProcess(child, 'SIGKILL'),
    startAgain: start,
    stop: async () => {
      await endProcess(child, 'SIGTERM')
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Waits until our own LiveKit server answers. */
export async function untilLiveKitReady(product: Product, limitMs = 240_000): Promise<void> {
  await until(async () => {
    const health: unknown = await (await fetch(`${product.ownUrl}/health`)).json()
    return typeof health === 'object' && health !== null && 'livekit' in health && health.livekit === 'ready'
  }, 'LiveKit is ready', limitMs)
}

/** @throws {Error} naming what was waited for. */
export async function until(isSo: () => Promise<boolean> | boolean, what: string, limitMs = 15_000): Promise<void> {
  const endsAt = Date.now() + limitMs
  while (Date.now() < endsAt) {
    if (await Promise.resolve(isSo()).catch(() => false)) return
    await pause(50)
  }
  throw new Error(`Waited ${limitMs} ms in vain until: ${what}`)
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

async function untilReady(dataFolder: string, child: ChildProcess, ownUrl: () => string, output: () => string): Promise<void> {
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}`)
    const running = readRunning(dataFolder)
    return running.pid === child.pid && (await fetch(`${ownUrl()}/health/ready`)).ok
  }, 'the product is ready', START_LIMIT_MS).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${output()}`)
  })
}

function readRunning(dataFolder: string): Running {
  const file = join(dataFolder, 'running.json')
  if (!existsSync(file)) throw new Error(`${file} is not there`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

function readDatabaseUrl(folder: string): string {
  const [password, port] = ['password', 'port'].map((name) => readFileSync(join(folder, name), 'utf8').trim())
  return `postgres://fremmode:${password}@127.0.0.1:${port}/fremmode`
}

function endProcess(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  const running = child
  return new Promise((resolve) => {
    running.once('exit', () => resolve())
    running.kill(signal)
  })
}
