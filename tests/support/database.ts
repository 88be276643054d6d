/**
 * A database for each test file, made as a copy of a migrated one (40 ms).
 *
 *   import { useDatabase } from '../../support/database.ts'
 *   const database = useDatabase()            // at the top of the file, or inside a describe
 *   test('...', async () => { await bookSlot(...) })   // app code that calls db() finds it by itself
 *   test('...', () => spawnServer({ DATABASE_URL: database.url }))
 *
 * The product's own pool is closed and the database dropped when the file ends.
 * Rows stay between the tests of one file: use names of your own, or `await database.reset()` in a beforeEach.
 */
import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, inject } from 'vitest'
import { publishEnv } from '#app/platform/env.server.ts'
import { TEMPLATE_NAME, withDatabaseName } from './postgres-server.ts'

export type TestDatabase = {
  /** Address of this file's database; readable once the tests run. */
  readonly url: string
  /** Empties the database to the state after migration. */
  reset: () => Promise<void>
}

export function useDatabase(): TestDatabase {
  const name = `test_${randomBytes(6).toString('hex')}`
  const administer = (work: (sql: postgres.Sql) => Promise<unknown>) => withConnection(inject('postgresUrl'), work)
  const make = () => administer((sql) => sql`CREATE DATABASE ${sql(name)} TEMPLATE ${sql(TEMPLATE_NAME)}`)
  const drop = async () => {
    await closeProductPool()
    await administer((sql) => sql`DROP DATABASE IF EXISTS ${sql(name)} WITH (FORCE)`)
  }
  beforeAll(async () => {
    await make()
    publishEnv({ DATABASE_URL: withDatabaseName(inject('postgresUrl'), name) })
  })
  afterAll(drop)
  return {
    get url() {
      return withDatabaseName(inject('postgresUrl'), name)
    },
    reset: async () => {
      await drop()
      await make()
    },
  }
}

/** The pool opens itself again at the next use. */
async function closeProductPool(): Promise<void> {
  const { closeDatabase } = await import('#db/client.server.ts')
  await closeDatabase()
}

async function withConnection(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
