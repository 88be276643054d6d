import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '#app/platform/env.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import * as schema from './schema.server.ts'

function connect() {
  const url = env().DATABASE_URL
  invariant(url, 'DATABASE_URL is set at start')
  const sql = postgres(url, { max: env().DATABASE_POOL, onnotice: () => {}, connect_timeout: 10 })
  return { sql, db: drizzle(preparing(sql), { schema }) }
}

/**
 * drizzle asks for no prepared statements, so each query would be described in a round trip of its own and planned anew.
 * Here each connection prepares a text once. A query without parameters stays plain: it may hold several statements.
 */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name === 'unsafe') {
        return (text: string, parameters: unknown[] = []) => value(text, parameters, { prepare: parameters.length > 0 })
      }
      if (name === 'begin' || name === 'savepoint') return (...given: unknown[]) => value(...given.map(preparingWork))
      return value
    },
  })
}

/** The work of a transaction gets its connection prepared the same way. */
function preparingWork(given: unknown): unknown {
  return typeof given === 'function' ? (client: postgres.TransactionSql) => given(preparing(client)) : given
}

let connection: ReturnType<typeof connect> | null = null

export type Database = ReturnType<typeof connect>['db']
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** A query runs on the pool or inside a transaction. */
export type Queryable = Database | Transaction

/** The one pool of this process, opened at first use. */
export function db(): Database {
  connection ??= connect()
  return connection.db
}

/** The postgres.js connection itself, for LISTEN and for advisory locks. */
export function sqlClient(): postgres.Sql {
  connection ??= connect()
  return connection.sql
}

/** Runs `work` in one transaction: all of it holds, or none. */
export function transaction<Value>(work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return db().transaction(work)
}

/** SQLSTATE of a database error; drizzle wraps the driver's error, so it is read from the cause too. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)) return error.code
  return sqlState(error.cause)
}

export async function closeDatabase(): Promise<void> {
  const open = connection
  connection = null
  await open?.sql.end({ timeout: 5 })
}
