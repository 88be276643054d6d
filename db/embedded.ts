import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, chown, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { freeTcpPort, isTcpPortFree } from '../server/machine/ports.ts'
import { isOurs, isRunning, pause, stopProcess } from '../server/machine/processes.ts'
import { keepSecret, readKept, writeKept } from '../server/machine/kept-files.ts'
import { initializeCluster, POSTGRES_ENV, setOwnerPassword } from './embedded-cluster.ts'
import { StartFault } from '../server/machine/start-fault.ts'
import { findPostgresPrograms, findSystemUser, type PostgresPrograms, type SystemUser } from './postgres-programs.ts'

const START_PATIENCE_MS = 30_000
const STOP_PATIENCE_MS = 6_000
const MAX_LOG_BYTES = 5_000_000

export type EmbeddedPostgres = { url: string; pid: () => number; stop: () => Promise<void> }

type Options = {
  /** Folder for the cluster, its log, port and password. Made when missing; as root it must be reachable by `postgres`. */
  dataFolder: string
  /** Port to use when it is free; left out, the one of last time. */
  port?: number
  /** Gives up safety against power loss, for tests. */
  isFast?: boolean
  log?: (line: string) => void
}

type Cluster = { folder: string; programs: PostgresPrograms; user: SystemUser; port: number; isFast: boolean }

/**
 * Starts a PostgreSQL 18 of our own on 127.0.0.1, whose data lives in `dataFolder`.
 * A left-over of an earlier start on the same folder is stopped first; nobody else's process is ever touched.
 * When PostgreSQL dies it is started again on the same port.
 * @throws {Error} one line with the remedy.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const folder = resolve(options.dataFolder)
  const log = options.log ?? (() => undefined)
  const user = await findSystemUser()
  await makeFolder(folder, user)
  const programs = await findPostgresPrograms(folder, user)
  await stopLeftOver(folder, log)
  const password = await prepareCluster({ folder, programs, user, log })
  const port = await choosePort(folder, options.port)
  const cluster = { folder, programs, user, port, isFast: options.isFast ?? false }
  const keeper = keepRunning(cluster, await startPatiently(cluster, log), log)
  return { url: `postgres://fremmode:${password}@127.0.0.1:${port}/fremmode`, ...keeper }
}

/** As root the folder's parents must let the system user through, and the cluster must belong to it. */
async function makeFolder(folder: string, user: SystemUser): Promise<void> {
  await mkdir(folder, { recursive: true })
  if (!user) return
  await chmod(folder, 0o711)
  for (let parent = dirname(folder); parent !== dirname(parent); parent = dirname(parent)) {
    const { mode } = await stat(parent)
    if (mode & 0o001) continue
    throw new StartFault(`PostgreSQL runs as the system user postgres, which can't get into ${parent}. `
      + 'Set DATA_DIR to a folder that it can reach, such as /var/lib/fremmode.')
  }
}

/**
 * PostgreSQL outlives a killed app, and may lie in the way of the next start.
 * Its pid file names it, its command line proves that it is ours.
 */
async function stopLeftOver(folder: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(folder, 'cluster', 'postmaster.pid')
  const pid = Number((await readKept(pidFile))?.split('\n')[0])
  if (!pid || !isRunning(pid)) return
  if (await isOurs(pid, ['postgres', `-D ${join(folder, 'cluster')} `])) {
    log(`A PostgreSQL of an earlier start was still running (process ${pid}); it is stopped first`)
    return stopProcess(pid, ['SIGINT', 'SIGQUIT', 'SIGKILL'], STOP_PATIENCE_MS)
  }
  // The id was given to a stranger after a crash; PostgreSQL would take it for itself and refuse to start.
  await rm(pidFile, { force: true })
}

/** Makes the cluster at the first start. Gives the password of the role that owns the database. */
async function prepareCluster(
  { folder, programs, user, log }: Omit<Cluster, 'port' | 'isFast'> & { log: (line: string) => void },
): Promise<string> {
  const passwordFile = join(folder, 'password')
  const knownPassword = await readKept(passwordFile)
  const password = await keepSecret(passwordFile)
  const cluster = join(folder, 'cluster')
  if ((await readKept(join(cluster, 'PG_VERSION'))) === null) {
    log('The database is made for the first time')
    const half = join(folder, 'cluster.half')
    await rm(half, { recursive: true, force: true })
    await mkdir(half, { mode: 0o700 })
    if (user) await chown(half, user.uid, user.gid)
    await initializeCluster({ folder: half, programs, user, password })
    await rename(half, cluster)
  } else if (knownPassword === null) {
    await setOwnerPassword({ folder: cluster, programs, user, password })
  }
  return password
}

async function choosePort(folder: string, wanted?: number): Promise<number> {
  const portFile = join(folder, 'port')
  const known = wanted ?? Number(await readKept(portFile))
  const port = known && (await isTcpPortFree(known)) ? known : await freeTcpPort()
  await writeKept(portFile, String(port))
  return port
}

/** After a kill the old shared memory is let go a moment later; until then PostgreSQL refuses to start. */
async function startPatiently(cluster: Cluster, log: (line: string) => void): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const child = await spawnPostgres(cluster)
    const fault = await waitUntilReady(child, cluster.folder)
    if (fault === null) return child
    if (attempt === 5) {
      throw new StartFault(`The embedded PostgreSQL does not start: ${fault}. See ${logFile(cluster.folder)}`)
    }
    log(`PostgreSQL did not start (${fault}); trying again`)
    await pause(200 * attempt)
  }
}

async function spawnPostgres({ folder, programs, user, port, isFast }: Cluster): Promise<ChildProcess> {
  const size = await stat(logFile(folder)).then((file) => file.size, () => 0)
  if (size > MAX_LOG_BYTES) await rename(logFile(folder), `${logFile(folder)}.old`)
  const logHandle = await open(logFile(folder), 'a', 0o600)
  const settings = Object.entries({ port: String(port), ...SETTINGS, ...(isFast ? FAST_SETTINGS : {}) })
  const words = ['-D', join(folder, 'cluster'), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  // A group of its own: Ctrl+C in the terminal would otherwise stop the database before the app.
  const options = { ...user, cwd: '/', env: POSTGRES_ENV, detached: true }
  const child = spawn(programs.postgres, words, { ...options, stdio: ['ignore', logHandle.fd, logHandle.fd] })
  child.on('error', () => undefined)
  await logHandle.close()
  return child
}

/** For a small server: 10 to 50 connections, a few hundred megabytes of memory. */
const SETTINGS = {
  listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '60', shared_buffers: '64MB',
  timezone: 'UTC', log_timezone: 'UTC', jit: 'off', io_method: 'sync', max_wal_size: '256MB', wal_level: 'minimal',
  max_wal_senders: '0', max_logical_replication_workers: '0', log_min_error_statement: 'panic', log_checkpoints: 'off',
}
const FAST_SETTINGS = {
  fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_connections: '200',
}

/** The pid file's last line says `ready` once connections are taken. Gives null then, else why not. */
async function waitUntilReady(child: ChildProcess, folder: string): Promise<string | null> {
  for (let waitedMs = 0; waitedMs < START_PATIENCE_MS; waitedMs += 20) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return lastLogLine(folder)
    const lines = (await readKept(join(folder, 'cluster', 'postmaster.pid')))?.split('\n') ?? []
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return null
    await pause(20)
  }
  await stopProcess(child.pid ?? 0, ['SIGQUIT', 'SIGKILL'], STOP_PATIENCE_MS)
  return `not ready after ${START_PATIENCE_MS / 1000} s`
}

async function lastLogLine(folder: string): Promise<string> {
  const lines = (await readFile(logFile(folder), 'utf8').catch(() => '')).trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? 'no reason given'
}

function keepRunning(cluster: Cluster, first: ChildProcess, log: (line: string) => void): Omit<EmbeddedPostgres, 'url'> {
  let child = first
  let starting: Promise<unknown> = Promise.resolve()
  let isStopping = false
  const revive = async () => {
    log('PostgreSQL died; it is started again')
    child = await startPatiently(cluster, log)
    watch()
  }
  const watch = () => child.once('exit', () => {
    if (!isStopping) starting = revive().catch((error: unknown) => log(String(error)))
  })
  watch()
  return {
    pid: () => child.pid ?? 0,
    stop: async () => {
      isStopping = true
      await starting
      if (child.pid) await stopProcess(child.pid, ['SIGINT', 'SIGQUIT', 'SIGKILL'], STOP_PATIENCE_MS)
    },
  }
}

function logFile(folder: string): string {
  return join(folder, 'postgres.log')
}
