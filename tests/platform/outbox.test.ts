import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { HOUR_MS } from '#app/kernel/time.ts'
import { enqueue, readJobHealth, retryDelayMs, startWorker, type Attempt, type JobOptions } from '#app/platform/outbox.server.ts'
import { db, transaction } from '#db/client.server.ts'
import { startChild, type Child } from '../support/child.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase()
const running: { stop(): Promise<void> }[] = []
const children: Child[] = []

beforeEach(() => {
  vi.spyOn(console, 'trace').mockImplementation(() => {})
})

afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()))
  await Promise.all(running.splice(0).map((worker) => worker.stop()))
  await db().execute(sql`truncate graphile_worker._private_jobs, graphile_worker._private_job_queues, worker_pool cascade`)
})

type Run = { mailId: string; attempt: Attempt }

/** A worker whose mail jobs do `work` and are written down. */
async function startRecording(work: (run: Run) => Promise<void> = async () => {}): Promise<Run[]> {
  const runs: Run[] = []
  running.push(await startWorker({
    'mail.send': async ({ mailId }, attempt) => {
      runs.push({ mailId, attempt })
      await work({ mailId, attempt })
    },
    'meeting.close-room': async () => {},
    'watch.tell': async () => {},
    'approval.lapse': async () => {},
    'inbox.read': async () => {},
    'waiting.tell': async () => {}, 'agenda.tell': async () => {},
  }))
  return runs
}

async function queue(options: JobOptions = {}, mailId = newId()): Promise<string> {
  await transaction((tx) => enqueue(tx, 'mail.send', { mailId }, options))
  return mailId
}

async function startHolding(): Promise<Child> {
  const child = startChild('tests/support/job-worker.ts', { DATABASE_URL: database.url })
  children.push(child)
  await child.says('ready')
  return child
}

const cutConnections = () => db().execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name <> 'postgres.js'`)
const idsOf = (runs: Run[]) => runs.map((run) => run.mailId)
const until = (check: () => void | Promise<void>, timeout = 10_000) => vi.waitFor(check, { timeout, interval: 20 })
const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

test('a job runs once its transaction is committed, and never when it is rolled back', async () => {
  const runs = await startRecording()
  const undone = newId()
  await expect(transaction(async (tx) => {
    await enqueue(tx, 'mail.send', { mailId: undone })
    throw new Error('the command failed')
  })).rejects.toThrow('the command failed')
  const done = await queue()
  await until(() => expect(idsOf(runs)).toEqual([done]))
})

test('jobs of one queue run one after the other, in the order of their commands', async () => {
  let inHand = 0
  let most = 0
  const runs = await startRecording(async () => {
    most = Math.max(most, ++inHand)
    await pause(30)
    inHand--
  })
  const ids: string[] = []
  for (let index = 0; index < 5; index++) ids.push(await queue({ queue: 'mail:one:seat' }))
  await until(() => expect(idsOf(runs)).toEqual(ids))
  expect(most).toBe(1)
})

test('a job that throws is tried again within seconds, and told how often it was tried', async () => {
  const runs = await startRecording(async ({ attempt }) => {
    if (attempt.number === 1) throw new Error('not yet')
  })
  const mailId = await queue()
  await until(() => expect(runs).toEqual([
    { mailId, attempt: { number: 1, isLast: false } }, { mailId, attempt: { number: 2, isLast: false } },
  ]))
})

test('the last try of a job is announced, and comes when two days have passed since the first', async () => {
  await queue()
  const [job] = await db().execute<{ id: string; max_attempts: number }>(sql`select id, max_attempts from graphile_worker.jobs`)
  const last = Number(job?.max_attempts)
  const waits = Array.from({ length: last - 1 }, (_none, index) => retryDelayMs(index + 1))
  const hours = waits.reduce((sum, wait) => sum + wait) / HOUR_MS
  expect([hours > 48, hours < 54]).toEqual([true, true])
  await db().execute(sql`select graphile_worker.reschedule_jobs(array[${job?.id}]::bigint[], attempts => ${last - 1}::int)`)
  const runs = await startRecording()
  await until(() => expect(runs.map((run) => run.attempt)).toEqual([{ number: last, isLast: true }]))
})

test('a job for later waits for its time', async () => {
  const runs = await startRecording()
  await queue({ runAt: Date.now() + 3_600_000 })
  const soon = await queue()
  await until(() => expect(idsOf(runs)).toEqual([soon]))
})

test('a job with a known key replaces the one that waits', async () => {
  const first = await queue({ jobKey: 'reminder', runAt: Date.now() + 3_600_000 })
  const second = await queue({ jobKey: 'reminder' })
  const runs = await startRecording()
  await until(() => expect(idsOf(runs)).toEqual([second]))
  expect(idsOf(runs)).not.toContain(first)
})

test('what a killed process had in hand is taken up at the next start, and so is its queue', async () => {
  const child = await startHolding()
  const held = await queue({ queue: 'mail:one:seat' })
  await child.says(`holds ${held}`)
  const behind = await queue({ queue: 'mail:one:seat' })
  await child.kill()
  const runs = await startRecording()
  await until(() => expect(idsOf(runs)).toEqual([held, behind]), 3_000)
})

test('a try that was cut short by a kill is never the last', async () => {
  const child = await startHolding()
  const held = await queue({ runAt: Date.now() + 3_600_000 })
  await db().execute(sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at => now(), attempts => 17) from graphile_worker.jobs`)
  await child.says(`holds ${held}`)
  await child.kill()
  const runs = await startRecording()
  await until(() => expect(runs).toEqual([{ mailId: held, attempt: { number: 18, isLast: true } }]))
})

test('a worker that starts takes nothing from one that lives', async () => {
  const child = await startHolding()
  for (let worker = 0; worker < 5; worker++) await child.says(`holds ${await queue()}`)
  const runs = await startRecording()
  const other = await queue()
  await until(() => expect(idsOf(runs)).toContain(other))
  expect(idsOf(runs)).toEqual([other])
})

test('workers whose connections were cut take up their own job, and go on', async () => {
  let releaseFirst = () => {}
  const cut = new Promise<void>((resolve) => { releaseFirst = resolve })
  const runs = await startRecording(async ({ attempt }) => {
    if (attempt.number === 1) await cut
  })
  const held = await queue({ queue: 'mail:one:seat' })
  await until(() => expect(idsOf(runs)).toEqual([held]))
  await cutConnections()
  releaseFirst()
  const behind = await queue({ queue: 'mail:one:seat' })
  await until(() => expect(idsOf(runs)).toContain(behind))
  await until(async () => expect(await readJobHealth()).toBe('ok'))
  const later = await queue()
  await until(() => expect(idsOf(runs)).toContain(later))
})

test('jobs are well while somebody takes them, and down after a stop or a kill', async () => {
  expect(await readJobHealth()).toBe('down')
  const child = await startHolding()
  await until(async () => expect(await readJobHealth()).toBe('ok'))
  await child.kill()
  await until(async () => expect(await readJobHealth()).toBe('down'))
  await startRecording()
  await until(async () => expect(await readJobHealth()).toBe('ok'))
  await Promise.all(running.splice(0).map((worker) => worker.stop()))
  await until(async () => expect(await readJobHealth()).toBe('down'))
})

test('a stop waits for the job in hand', async () => {
  let isDone = false
  const runs = await startRecording(async () => {
    await pause(300)
    isDone = true
  })
  await queue()
  await until(() => expect(runs).toHaveLength(1))
  await Promise.all(running.splice(0).map((worker) => worker.stop()))
  expect(isDone).toBe(true)
  expect(await db().execute(sql`select 1 from graphile_worker.jobs`)).toHaveLength(0)
})

test('a connection that is cut while the workers stop ends nothing else', async () => {
  const faults: unknown[] = []
  const noteFault = (fault: unknown) => void faults.push(fault)
  process.on('uncaughtException', noteFault)
  for (let turn = 0; turn < 4; turn++) {
    const runs = await startRecording(() => pause(50))
    const queued = await Promise.all(Array.from({ length: 5 }, () => queue()))
    await until(() => expect(idsOf(runs)).toEqual(expect.arrayContaining(queued)))
    await Promise.all([cutConnections(), ...running.splice(0).map((worker) => worker.stop())])
  }
  await pause(100)
  process.off('uncaughtException', noteFault)
  expect(faults).toEqual([])
})
