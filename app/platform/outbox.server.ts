import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { TaskList } from 'graphile-worker'
import { z } from 'zod'
import { SECOND_MS, isoInstant } from '#app/kernel/time.ts'
import { db, type Transaction } from '#db/client.server.ts'
import { log } from './log.server.ts'
import { startPool, type WorkerPool } from './outbox/pool.server.ts'
import { freeDeadPools } from './outbox/recovery.server.ts'

/** What a job of each topic carries: ids only, never a name, an address or a key. */
const PAYLOADS: { [T in keyof Topics]: z.ZodType<Topics[T]> } = {
  'mail.send': z.object({ mailId: z.uuid() }),
  'meeting.close-room': z.object({ meetingId: z.uuid() }),
  'watch.tell': z.object({ hostId: z.uuid() }),
  'approval.lapse': z.object({ meetingId: z.uuid() }),
  'inbox.read': z.object({ incomingId: z.uuid() }),
  'waiting.tell': z.object({ meetingId: z.uuid() }),
  'agenda.tell': z.object({ meetingId: z.uuid() }),
}

export type Topics = {
  'mail.send': { mailId: string }
  'meeting.close-room': { meetingId: string }
  'watch.tell': { hostId: string }
  'approval.lapse': { meetingId: string }
  'inbox.read': { incomingId: string }
  'waiting.tell': { meetingId: string }
  'agenda.tell': { meetingId: string }
}

/** The how-manieth try this is, counted from 1, and whether another will follow a failure. */
export type Attempt = { number: number; isLast: boolean }

export type Handlers = { [T in keyof Topics]: (payload: Topics[T], attempt: Attempt) => Promise<void> }

export type JobOptions = { queue?: string; runAt?: number; jobKey?: string }

/** Tries follow after 3 s, 7 s, 20 s, 55 s, 2.5 min, 7 min, 18 min, 50 min, 2.3 h, then every 6.1 h: the last after 52 h. */
const MAX_ATTEMPTS = 18
/** Each job taken locks every named queue for a moment, so names are folded onto this many. */
const LANES = 64
const SWEEP_EVERY_MS = 30 * SECOND_MS
/** PostgreSQL may take a moment to see that a killed process is gone, so the first looks come soon after each other. */
const FIRST_SWEEPS_MS = [SECOND_MS / 2, SECOND_MS, 2 * SECOND_MS, 5 * SECOND_MS, 10 * SECOND_MS]
const REVIVE_AFTER_MS = SECOND_MS

/** How long after a failed try the next one comes, in milliseconds: what graphile-worker 0.16 does with a failed job. */
export function retryDelayMs(attempt: number): number {
  return Math.exp(Math.min(attempt, 10)) * SECOND_MS
}

/**
 * Queues a job in the transaction of the command that causes it: both hold, or neither.
 * Jobs with the same `queue` run one at a time. A job with a known `jobKey` replaces the one that waits.
 * `runAt` in epoch milliseconds; without it the job starts as soon as the transaction is committed.
 */
export async function enqueue<T extends keyof Topics>(
  tx: Transaction, topic: T, payload: Topics[T], { queue, runAt, jobKey }: JobOptions = {},
): Promise<void> {
  await tx.execute(sql`select graphile_worker.add_job(
    ${topic}, ${JSON.stringify(payload)}::json, queue_name => ${queue === undefined ? null : laneOf(queue)},
    run_at => ${runAt === undefined ? null : isoInstant(runAt)}::timestamptz, max_attempts => ${MAX_ATTEMPTS}::int,
    job_key => ${jobKey ?? null})`)
}

/**
 * Runs the jobs of every topic in this process until stopped. What a killed process was doing is taken up
 * at the start, soon after, and every 30 seconds; when its workers break, they are started again.
 */
export async function startWorker(handlers: Handlers): Promise<{ stop(): Promise<void> }> {
  const tasks: TaskList = {
    'mail.send': taskOf('mail.send', handlers['mail.send']),
    'meeting.close-room': taskOf('meeting.close-room', handlers['meeting.close-room']),
    'watch.tell': taskOf('watch.tell', handlers['watch.tell']),
    'approval.lapse': taskOf('approval.lapse', handlers['approval.lapse']),
    'inbox.read': taskOf('inbox.read', handlers['inbox.read']),
    'waiting.tell': taskOf('waiting.tell', handlers['waiting.tell']),
    'agenda.tell': taskOf('agenda.tell', handlers['agenda.tell']),
  }
  return keepRunning((onBroken) => startPool(tasks, onBroken))
}

/** Is there a process that takes jobs, this one or another? Read from the locks that working processes hold. */
export async function readJobHealth(): Promise<'ok' | 'down'> {
  const rows = await db().execute(sql`select 1 from worker_pool join pg_locks
    on locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
    and (classid::bigint << 32) | objid::bigint = hashtextextended(pool_id::text, 0) limit 1`)
  return rows.length > 0 ? 'ok' : 'down'
}

async function keepRunning(start: (onBroken: () => void) => Promise<WorkerPool>): Promise<{ stop(): Promise<void> }> {
  let isStopping = false
  await freeDeadPools([])
  let pool = await start(revive)
  const stopSweeping = sweepAgainAndAgain(() => freeDeadPools(pool.workerIds()))

  function revive() {
    if (!isStopping) void reviveNow().catch((error: unknown) => { noteFault(error); setTimeout(revive, REVIVE_AFTER_MS).unref() })
  }
  async function reviveNow() {
    await pool.stop()
    if (isStopping) return
    pool = await start(revive)
    if (isStopping) await pool.stop()
  }
  return {
    async stop() {
      isStopping = true
      stopSweeping()
      await pool.stop()
    },
  }
}

function sweepAgainAndAgain(sweep: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false
  const wait = (count: number) => {
    if (isOver) return
    timer = setTimeout(() => void sweep().catch(noteFault).finally(() => wait(count + 1)), FIRST_SWEEPS_MS[count] ?? SWEEP_EVERY_MS)
    timer.unref()
  }
  wait(0)
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}

function taskOf<T extends keyof Topics>(topic: T, handler: Handlers[T]): TaskList[string] {
  const payloads = PAYLOADS[topic]
  return (payload, { job }) =>
    handler(payloads.parse(payload), { number: job.attempts, isLast: job.attempts >= job.max_attempts })
}

function laneOf(queue: string): string {
  return `lane-${createHash('sha256').update(queue).digest().readUInt32BE(0) % LANES}`
}

function noteFault(error: unknown): void {
  log('error', 'jobs-interrupted', { error })
}
