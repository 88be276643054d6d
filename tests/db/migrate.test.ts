import postgres from 'postgres'
import { expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase()

test('a migrated database can take jobs', async () => {
  const sql = postgres(database.url, { max: 1 })
  const [job] = await sql`SELECT id FROM graphile_worker.add_job('mail', '{}'::json)`
  await sql.end()
  expect(Number(job?.id)).toBeGreaterThan(0)
})

test('migrating again, even from two processes at once, changes nothing', async () => {
  await Promise.all([migrate(database.url), migrate(database.url)])
})
