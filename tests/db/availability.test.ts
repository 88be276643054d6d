import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { expect, inject, test } from 'vitest'

/** What the migrations before the schedules left behind, in a schema of its own. */
const BEFORE = ['0000_first', '0001_no_overlap', '0002_calendar_version', '0003_reservations']

function statementsOf(name: string): string[] {
  return readFileSync(`db/migrations/${name}.sql`, 'utf8').replaceAll('"public".', '').split('--> statement-breakpoint')
}

test('the hours of a desk that is in use become those of its default schedule', async () => {
  const sql = postgres(inject('postgresUrl'), { max: 1, onnotice: () => undefined })
  const schema = `before_${randomUUID().slice(0, 8)}`
  const [withHours, withoutHours] = [randomUUID(), randomUUID()]
  try {
    await sql.unsafe(`CREATE SCHEMA ${schema}; SET search_path TO ${schema}, public`)
    for (const statement of BEFORE.flatMap(statementsOf)) await sql.unsafe(statement)
    for (const id of [withHours, withoutHours]) {
      await sql`INSERT INTO consultant (id, name, title, email, locale, time_zone) VALUES (${id}, 'Mette', '', 'mette@example.com', 'da', 'UTC')`
    }
    await sql`INSERT INTO weekly_window (id, host_id, weekday, start_minute, end_minute) VALUES (${randomUUID()}, ${withHours}, 1, 540, 720)`
    for (const statement of statementsOf('0004_availability')) await sql.unsafe(statement)
    const rows = await sql`SELECT host_id, is_default, weekday FROM schedule LEFT JOIN weekly_window ON schedule_id = schedule.id ORDER BY weekday`
    expect([...rows]).toEqual([
      { host_id: withHours, is_default: true, weekday: 1 }, { host_id: withoutHours, is_default: true, weekday: null },
    ])
  } finally {
    await sql.unsafe(`DROP SCHEMA ${schema} CASCADE`)
    await sql.end()
  }
})
