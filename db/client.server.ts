import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '#app/platform/env.server.ts'
import { invariant } from '#app/kernel/invariant.ts'
import * as schema from './schema.server.ts'

/** Of all connections these are for single queries, which share one without waiting for each other. */
const SHARE_OF_QUERIES = 0.5

/**
 * Transactions have connections of their own. Where postgres.js 3.4.9 puts a BEGIN behind other queries on one connection and
 * those fill it, it forgets to keep that connection for the transaction: others run inside it, and none of them may ever end
 * (porsager/postgres#1189, #823). Behind nothing but transactions a BEGIN never comes to a connection that is in use.
 */
function connect() {
  const url = env().DATABASE_URL
  invariant(url, 'DATABASE_URL is set at start')
  const all = env().DATABASE_POOL
  const forQueries = Math.max(1, Math.floor(all * SHARE_OF_QUERIES))
  const open = (max: number) => postgres(url, { max, onnotice: () => {}, connect_timeout: 10 })
  const [sql, transactions] = [open(forQueries), open(Math.max(1, all - forQueries))]
  // drizzle sets up how values are read and written in the client that it is given, and here there are two.
  drizzle(transactions)
  return { sql, transactions, db: drizzle(preparing(sql, transactions), { schema }) }
}

/**
 * drizzle asks for no prepared statements, so each query would be described in a round trip of its own and planned anew.
 * Here each connection prepares a text once. A query without parameters stays plain: it may hold several statements.
 * @param transactions where a transaction begins.
 */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client, transactions?: postgres.Sql): Client {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(name === 'begin' && transactions ? transactions : target, name)
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

/**
 * A query whose text drizzle writes once, for the database that is open, and not at each use: half a millisecond where
 * many columns are read. What differs from use to use is a `sql.placeholder`.
 */
export function prepared<Query>(build: (database: Database) => Query): () => Query {
  let kept: { database: Database; query: Query } | null = null
  return () => {
    const database = db()
    if (kept?.database !== database) kept = { database, query: build(database) }
    return kept.query
  }
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
  await Promise.all([open?.sql.end({ timeout: 5 }), open?.transactions.end({ timeout: 5 })])
}
