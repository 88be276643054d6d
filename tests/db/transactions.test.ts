import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { env } from '#app/platform/env.server.ts'
import { db, transaction } from '#db/client.server.ts'
import { pause } from '../../server/machine/processes.ts'
import { useDatabase } from '../support/database.ts'

useDatabase()

/** How many queries postgres.js puts on one connection. */
const MOST_ON_ONE = 100

test('a transaction is alone on its connection, also where its BEGIN would be the query that fills one', async () => {
  const connections = env().DATABASE_POOL
  // Asked at once: drizzle waits until somebody wants the answer.
  const query = (seconds: number) => db().execute(sql`SELECT pg_sleep(${seconds})`).then(() => undefined)
  await Promise.all(Array.from({ length: connections }, () => query(0.05)))
  const held = Array.from({ length: connections }, () => query(0.5))
  const waiting = Array.from({ length: connections * (MOST_ON_ONE - 1) }, () => query(0))
  await pause(50)
  const begun = Array.from({ length: 2 * connections }, () => transaction(readTwice))
  const failed = (await Promise.allSettled([...held, ...waiting, ...begun])).flatMap((one) => (one.status === 'rejected' ? String(one.reason) : []))
  expect(failed).toEqual([])
}, 20_000)

/** @throws {Error} when somebody else's transaction is open on this connection. */
async function readTwice(tx: Parameters<Parameters<typeof transaction>[0]>[0]): Promise<void> {
  const read = () => tx.execute<{ id: string }>(sql`SELECT pg_current_xact_id()::text AS id`)
  const [before] = await read()
  await tx.execute(sql`SELECT pg_sleep(0.001)`)
  const [after] = await read()
  if (before?.id !== after?.id) throw new Error('The transaction became another one')
}
