import { EventEmitter } from 'node:events'
import { inArray } from 'drizzle-orm'
import { Logger, run, type Runner, type TaskList, type WorkerEventMap, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { newId } from '#app/kernel/ids.ts'
import { invariant } from '#app/kernel/invariant.ts'
import { SECOND_MS } from '#app/kernel/time.ts'
import { transaction } from '#db/client.server.ts'
import { workerPool } from '#db/schema.server.ts'
import { now } from '../clock.server.ts'
import { env } from '../env.server.ts'
import { log } from '../log.server.ts'
import { makeGate, type Gate } from './gate.ts'
import { freeWorkers } from './recovery.server.ts'

/** Workers of one process that stand and fall together. */
export type WorkerPool = {
  workerIds(): readonly string[]
  /** Lets running jobs end, for a few seconds; what runs longer is taken up by whoever works next. */
  stop(): Promise<void>
}

type ListenClient = WorkerEventMap['pool:listen:success']['client']

const CONCURRENCY = 5
/** Jobs are announced by NOTIFY; only retries and jobs for later wait for this look. */
const POLL_EVERY_MS = SECOND_MS
const STOP_PATIENCE_MS = 5 * SECOND_MS

/**
 * Starts workers. None takes a job before its id stands in `worker_pool` under an advisory lock that lives
 * and dies with the connection on which they listen for jobs: a free lock means that the process is gone.
 * `onBroken` is called, once, when a worker died: a lost connection kills those that have a job in hand.
 */
export async function startPool(tasks: TaskList, onBroken: () => void): Promise<WorkerPool> {
  const workerIds: string[] = []
  const claim = makeGate()
  let isOver = false
  const breakOnce = () => {
    if (!isOver) onBroken()
    isOver = true
  }
  const events: WorkerEvents = new EventEmitter()
  events.on('worker:create', ({ worker }) => void workerIds.push(worker.workerId))
  events.on('worker:fatalError', breakOnce)
  events.on('pool:listen:error', claim.close)
  // The event comes before the client has said LISTEN; it takes one query at a time, and tells when it is free.
  events.on('pool:listen:success', ({ client }) => client.once('drain', () => {
    claimWorkers(client, workerIds).then(claim.open, (error: unknown) => {
      log('warn', 'worker-claim-failed', { error })
      breakOnce()
    })
  }))
  const pgPool = openConnections()
  const runner = await startRunner(tasks, { events, claim, pgPool })
  runner.promise.then(breakOnce, breakOnce)
  return {
    workerIds: () => workerIds,
    async stop() {
      isOver = true
      claim.open()
      const isAtRest = await isOverWithin(runner.stop(), STOP_PATIENCE_MS)
      void pgPool.end().catch(noteLostConnection)
      if (isAtRest) await freeWorkers(workerIds)
    },
  }
}

/**
 * The pool that graphile-worker makes by itself loses its error listener while it closes: a connection that
 * is cut just then would end the process.
 */
function openConnections(): Pool {
  const connectionString = env().DATABASE_URL
  invariant(connectionString, 'DATABASE_URL is set at start')
  const pgPool = new Pool({ connectionString, max: CONCURRENCY + 1 })
  pgPool.on('error', noteLostConnection)
  return pgPool
}

function startRunner(taskList: TaskList, { events, claim, pgPool }: { events: WorkerEvents; claim: Gate; pgPool: Pool }): Promise<Runner> {
  return run({
    pgPool,
    taskList,
    events,
    concurrency: CONCURRENCY,
    pollInterval: POLL_EVERY_MS,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: new Logger(() => noteWarning),
    /** Asked before each job is taken: no flag is forbidden, but the claim must stand. */
    forbiddenFlags: () => claim.opened().then(() => null),
  })
}

/** A connection that was lost took its lock along, so each new one claims the workers under a new pool id. */
async function claimWorkers(client: ListenClient, workerIds: readonly string[]): Promise<void> {
  const poolId = newId()
  await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [poolId])
  const startedAt = new Date(now())
  await transaction(async (tx) => {
    await tx.delete(workerPool).where(inArray(workerPool.workerId, [...workerIds]))
    await tx.insert(workerPool).values(workerIds.map((workerId) => ({ poolId, workerId, startedAt })))
  })
}

/** graphile-worker speaks of each job it does; only its warnings and errors are ours to hear. */
function noteWarning(level: string, message: string): void {
  if (level === 'error' || level === 'warning') log('warn', 'job-queue', { message })
}

function noteLostConnection(error: unknown): void {
  log('warn', 'job-connection-lost', { error })
}

/** Is `work` over, well or ill, within the time? A runner refuses to be stopped twice: then it is over too. */
function isOverWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds)
    const settle = () => {
      clearTimeout(timer)
      resolve(true)
    }
    work.then(settle, settle)
  })
}
