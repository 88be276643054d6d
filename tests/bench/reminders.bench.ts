import { eq, sql } from 'drizzle-orm'
import { dropReminders, planReminders } from '#app/domain/meeting/reminders/plan.server.ts'
import { tellDue } from '#app/domain/meeting/reminders/tell.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { publishEnv } from '#app/platform/env.server.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import { closeDatabase, db, transaction, type Transaction } from '#db/client.server.ts'
import { reminder } from '#db/schema.server.ts'
import { startTestPostgres, TEMPLATE_NAME, withDatabaseName } from '../support/postgres-server.ts'
import { median } from './http.bench.ts'
import type { BenchRow } from './row.ts'

const NOW = Date.UTC(2027, 0, 4, 8)
const REMINDERS = 100_000
/** As many as a kind of meeting can have; the last is the look for somebody missing. */
const LEADS = [1440, 240, 60, 15, -5]
const PER_MEETING = LEADS.length
const MEETINGS = Math.ceil(REMINDERS / PER_MEETING)
const A_BATCH = 100
const LOOKS = 50
/** Jobs are so much slower that a tenth of them tells as much. */
const JOBS_SHARE = 10

type Planned = { id: string; seatId: string; startsAt: number }

/** What planning costs beside writing rows that are known, and beside a job for each; and what a look costs when nothing is due. */
export async function benchReminders(): Promise<BenchRow[]> {
  const server = await startTestPostgres()
  publishEnv({ DATABASE_URL: withDatabaseName(server.url, TEMPLATE_NAME) })
  try {
    const meetings = await fillMeetings()
    const plain = await timeEach(meetings, writePlainly)
    const planned = await timeEach(meetings, (tx, { id }) => planReminders(tx, { meetingId: id }, NOW))
    await assertPlanned()
    const lookMs = await timeLook()
    const plainAgain = await timeEach(meetings, async (tx, one) => {
      await tx.execute(sql`delete from plain_reminder where meeting_id = ${one.id} and settled_at is null`)
      await writePlainly(tx, { ...one, startsAt: one.startsAt + DAY_MS })
    })
    await db().execute(sql`update meeting set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'`)
    const replanned = await timeEach(meetings, async (tx, { id }) => {
      await dropReminders(tx, { meetingId: id })
      await planReminders(tx, { meetingId: id }, NOW)
    })
    await assertPlanned()
    const asJobs = await timeEach(meetings.slice(0, MEETINGS / JOBS_SHARE), writeJobs) * JOBS_SHARE
    return rowsOf({ plain, planned, plainAgain, replanned, asJobs, lookMs })
  } finally {
    await closeDatabase()
    await server.stop()
  }
}

type Times = { plain: number; planned: number; plainAgain: number; replanned: number; asJobs: number; lookMs: number }

function rowsOf({ plain, planned, plainAgain, replanned, asJobs, lookMs }: Times): BenchRow[] {
  const [planRatio, againRatio] = [planned / plain, replanned / plainAgain]
  return [
    { name: '100,000 reminders planned', value: planned / 1000, unit: 's' },
    { name: 'reminders planned : the same rows written plainly', value: planRatio, unit: '', target: '<= 4', isWithin: planRatio <= 4 },
    { name: 'reminders planned again : the same rows plainly', value: againRatio, unit: '', target: '<= 4', isWithin: againRatio <= 4 },
    { name: 'a job for each reminder : the same rows plainly', value: asJobs / plain, unit: '' },
    { name: 'a look for what is due, 100,000 planned, median', value: lookMs, unit: 'ms', target: '<= 5', isWithin: lookMs <= 5 },
  ]
}

/** One host with half-hours far ahead, and a booked guest in each. */
async function fillMeetings(): Promise<Planned[]> {
  const [hostId, typeId, personId] = [newId(), newId(), newId()]
  await db().execute(sql`insert into consultant (id, name, title, email, locale, time_zone)
    values (${hostId}, 'Mette Holm', '', 'mette@example.com', 'da', 'Europe/Copenhagen')`)
  await db().execute(sql`insert into meeting_type (id, host_id, slug, title_da, title_en, summary_da, summary_en, duration_minutes,
    step_minutes, buffer_before_minutes, buffer_after_minutes, notice_minutes, horizon_days, reminder_minutes)
    values (${typeId}, ${hostId}, 'bench', '', '', '', '', 30, 30, 0, 0, 0, 60, '{1440,240,60,15}')`)
  await db().execute(sql`insert into person (id, name, email, locale, time_zone) values (${personId}, 'Søren', 's@example.com', 'da', 'Europe/Copenhagen')`)
  const startsAt = sql`${new Date(NOW + 2 * DAY_MS).toISOString()}::timestamptz + number * interval '1 minute'`
  await db().execute(sql`insert into meeting (id, host_id, type_id, title, locale, starts_at, ends_at, room_name, ics_uid, ics_stamped_at)
    select gen_random_uuid(), ${hostId}, ${typeId}, '', 'da', ${startsAt}, ${startsAt} + interval '30 minutes', 'r' || number, 'u' || number, now()
    from generate_series(1, ${MEETINGS}::int) as number`)
  await db().execute(sql`insert into seat (id, meeting_id, role, person_id, name, email, locale, time_zone, identity)
    select gen_random_uuid(), id, 'guest', ${personId}, 'Søren', 's@example.com', 'da', 'Europe/Copenhagen', 'i' || id from meeting`)
  await db().execute(sql`create table plain_reminder (like reminder including all)`)
  await db().execute(sql`analyze`)
  const rows = await db().execute<{ id: string; seatId: string; startsAt: string }>(
    sql`select meeting.id, seat.id as "seatId", starts_at as "startsAt" from meeting join seat on seat.meeting_id = meeting.id`,
  )
  return rows.map((row) => ({ ...row, startsAt: Date.parse(row.startsAt) }))
}

/** The rows that planning comes to, written as if they were known. */
async function writePlainly(tx: Transaction, { id, seatId, startsAt }: Planned): Promise<void> {
  const rows = LEADS.map((lead) => sql`(${id}, ${seatId}, ${iso(startsAt)}, ${lead}::int, ${iso(startsAt - lead * MINUTE_MS)})`)
  await tx.execute(sql`insert into plain_reminder (meeting_id, seat_id, starts_at, minutes_before, due_at) values ${sql.join(rows, sql`, `)}`)
}

async function writeJobs(tx: Transaction, { id, startsAt }: Planned): Promise<void> {
  for (const lead of LEADS) {
    await enqueue(tx, 'waiting.tell', { meetingId: id }, { runAt: startsAt - lead * MINUTE_MS, jobKey: `reminder:${id}:${lead}` })
  }
}

/** Milliseconds for all meetings, a hundred in a transaction. */
async function timeEach(meetings: Planned[], work: (tx: Transaction, one: Planned) => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  for (let first = 0; first < meetings.length; first += A_BATCH) {
    await transaction(async (tx) => { for (const one of meetings.slice(first, first + A_BATCH)) await work(tx, one) })
  }
  return performance.now() - startedAt
}

async function timeLook(): Promise<number> {
  const times: number[] = []
  for (let look = 0; look < LOOKS; look += 1) {
    const startedAt = performance.now()
    if (await tellDue(NOW + HOUR_MS) > 0) throw new Error('Something was due that is days ahead')
    times.push(performance.now() - startedAt)
  }
  return median(times)
}

/** A race counts only when all of it was done. */
async function assertPlanned(): Promise<void> {
  const [ours, theirs] = [await db().$count(reminder), await db().$count(reminder, eq(reminder.minutesBefore, 60))]
  if (ours !== MEETINGS * PER_MEETING || theirs !== MEETINGS) throw new Error(`${ours} reminders were planned, ${theirs} of them an hour before`)
}

function iso(at: number) {
  return sql`${new Date(at).toISOString()}::timestamptz`
}
