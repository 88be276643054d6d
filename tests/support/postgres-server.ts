import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { startEmbeddedPostgres } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { isOurs, isRunning, stopProcess } from '../../server/machine/processes.ts'
import { readKept, writeKept } from '../../server/machine/kept-files.ts'

export const TEMPLATE_NAME = 'template_of_tests'
const FOLDER_PREFIX = 'fremmode-tests-'

export type TestPostgres = { url: string; stop: () => Promise<void> }

/** One PostgreSQL for a run of tests, in a temporary folder, with one migrated database to copy from. */
export async function startTestPostgres(): Promise<TestPostgres> {
  await sweepLeftOvers()
  const folder = await mkdtemp(join(tmpdir(), FOLDER_PREFIX))
  await chmod(folder, 0o711)
  await writeKept(join(folder, 'owner'), String(process.pid))
  const server = await startEmbeddedPostgres({ dataFolder: folder, isFast: true })
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined })
  await sql`CREATE DATABASE ${sql(TEMPLATE_NAME)}`
  await sql.end()
  await migrate(withDatabaseName(server.url, TEMPLATE_NAME))
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}

/** `url` with another database's name in it. */
export function withDatabaseName(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** A run that was killed leaves its PostgreSQL behind; its folder names the run, which is dead. */
async function sweepLeftOvers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX)) continue
    const folder = join(tmpdir(), name)
    const owner = Number(await readKept(join(folder, 'owner')).catch(() => null))
    if (!owner || isRunning(owner)) continue
    const pid = Number((await readKept(join(folder, 'cluster', 'postmaster.pid')))?.split('\n')[0])
    if (pid && (await isOurs(pid, ['postgres', folder]))) await stopProcess(pid, ['SIGQUIT', 'SIGKILL'], 5_000)
    await rm(folder, { recursive: true, force: true })
  }
}
