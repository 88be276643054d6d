import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runDrizzleMigrations } from 'drizzle-orm/postgres-js/migrator'
import { Logger, runMigrations as runWorkerMigrations } from 'graphile-worker'
import { env } from '#app/platform/env.server.ts'

const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url))
/** One migration at a time in a database: an arbitrary number that names the advisory lock. */
const MIGRATION_LOCK = 742_001_993

/**
 * Brings the database at `url` to the newest schema: our tables, then those of the job queue.
 * Safe to run from many processes at once.
 */
export async function migrate(url: string): Promise<void> {
  const database = drizzle({ connection: { url, max: 1, onnotice: () => undefined, connect_timeout: 10 } })
  try {
    await database.$client`SELECT pg_advisory_lock(${MIGRATION_LOCK})`
    if (existsSync(join(MIGRATIONS_FOLDER, 'meta', '_journal.json'))) {
      await runDrizzleMigrations(database, { migrationsFolder: MIGRATIONS_FOLDER })
    }
    await runWorkerMigrations({ connectionString: url, maxPoolSize: 1, logger: new Logger(() => () => undefined) })
  } finally {
    await database.$client.end({ timeout: 5 })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const url = env().DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: which database shall be migrated?')
  await migrate(url)
  process.stdout.write('The database is up to date.\n')
}
