import { drizzle } from 'drizzle-orm/postgres-js'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { StartFault } from './machine/start-fault.ts'

const PATIENCE_SECONDS = 5
const OLDEST_VERSION = 15

export type RunningDatabase = { url: string; pid: () => number | null; stop: () => Promise<void>; isEmbedded: boolean }

/**
 * The database of DATABASE_URL, else one of our own in the data folder.
 * @throws {StartFault} when it can't be reached, refuses us or is too old.
 */
export async function openDatabase(
  givenUrl: string | undefined, dataFolder: string, log: (line: string) => void,
): Promise<RunningDatabase> {
  if (!givenUrl) {
    const embedded = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres'), log })
    return { ...embedded, isEmbedded: true }
  }
  checkVersion(await askVersion(givenUrl))
  return { url: givenUrl, pid: () => null, stop: async () => undefined, isEmbedded: false }
}

/** @throws {StartFault} when a migration is refused, for want of a right or because of foreign tables. */
export async function bringUpToDate(url: string): Promise<void> {
  try {
    await migrate(url)
  } catch (error) {
    throw new StartFault(`The database ${withoutPassword(url)} could not be brought up to date: ${deepest(error).message}`)
  }
}

/** @throws {StartFault} when the major version is too old for what the schema uses. */
export function checkVersion(version: number): void {
  if (version >= OLDEST_VERSION) return
  throw new StartFault(`DATABASE_URL leads to PostgreSQL ${version}; ${OLDEST_VERSION} or newer is needed.`)
}

async function askVersion(url: string): Promise<number> {
  const { $client: sql } = connectOnce(url)
  try {
    const [row] = await sql<{ version: number }[]>`SELECT current_setting('server_version_num')::int / 10000 AS version`
    return row?.version ?? 0
  } catch (error) {
    throw new StartFault(`DATABASE_URL ${withoutPassword(url)} does not work: ${explain(deepest(error))}`)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function connectOnce(url: string) {
  try {
    const connection = { url, max: 1, connect_timeout: PATIENCE_SECONDS, onnotice: () => undefined }
    return drizzle({ connection })
  } catch {
    throw new StartFault('DATABASE_URL is no address of a database, such as postgres://user:password@127.0.0.1:5432/fremmode.')
  }
}

function explain(fault: Error): string {
  const code = 'code' in fault ? String(fault.code) : ''
  if (code === 'ECONNREFUSED') return 'nobody listens there. Start that PostgreSQL, or leave DATABASE_URL out.'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host. Check its name.'
  if (code === 'CONNECT_TIMEOUT') return `no answer within ${PATIENCE_SECONDS} s. Check host, port and firewall.`
  // 28P01 invalid_password, 28000 invalid_authorization_specification, 3D000 invalid_catalog_name
  if (code === '28P01' || code === '28000') return `user or password is refused (${fault.message}).`
  if (code === '3D000') return `${fault.message}. Create it first.`
  return fault.message || code
}

/** drizzle and Node wrap the error that says something in errors that don't. */
function deepest(error: unknown): Error {
  if (error instanceof AggregateError && error.errors.length > 0) return deepest(error.errors[0])
  if (!(error instanceof Error)) return new Error(String(error))
  return error.cause instanceof Error ? deepest(error.cause) : error
}

function withoutPassword(address: string): string {
  try {
    const url = new URL(address)
    if (url.password) url.password = '***'
    return url.href
  } catch {
    return '(no address)'
  }
}
