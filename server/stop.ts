import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '#app/platform/log.server.ts'
import { isRunning } from './machine/processes.ts'

/** Who is stopped, in this order: nobody new comes in, work ends, and the database goes last. */
const ORDER = ['http', 'app', 'livekit', 'postgres', 'running', 'lock'] as const
const TOTAL_LIMIT_MS = 9_500
/** Ctrl+C reaches us from the terminal and once more through npm. */
const SAME_PRESS_MS = 1_000

type Part = (typeof ORDER)[number]
type Stop = {
  run: () => Promise<void>
  patienceMs: number
  /** The process behind it, and what ends that at once. */
  endNow?: { pid: () => number | null; signal: NodeJS.Signals }
}

export type Stops = {
  add: (part: Part, stop: Stop) => void
  /** Stops all that was started, each within its patience. */
  run: () => Promise<void>
  /** Has the stop begun? What fails from then on fails because of it. */
  hasBegun: () => boolean
  /** Ends the processes behind us without waiting for anything. */
  endNow: () => void
}

export function createStops(): Stops {
  const stops = new Map<Part, Stop>()
  let running: Promise<void> | null = null
  const runAll = async () => {
    for (const part of ORDER) {
      const stop = stops.get(part)
      if (stop) await withinPatience(part, stop)
    }
  }
  return {
    add: (part, stop) => running ? void withinPatience(part, stop) : void stops.set(part, stop),
    run: () => (running ??= runAll()),
    hasBegun: () => running !== null,
    endNow: () => [...stops.values()].forEach(endProcess),
  }
}

/** SIGTERM, SIGINT and a closed terminal stop everything in order; a second signal ends it at once. */
export function stopOnSignals(stops: Stops): void {
  let firstAt: number | null = null
  const onSignal = (signal: NodeJS.Signals) => {
    if (firstAt !== null) {
      if (performance.now() - firstAt < SAME_PRESS_MS) return
      stops.endNow()
      process.exit(130)
    }
    firstAt = performance.now()
    log('info', 'stopping', { signal })
    setTimeout(() => {
      stops.endNow()
      process.exit(1)
    }, TOTAL_LIMIT_MS).unref()
    void stops.run().then(() => process.exit(0))
  }
  // Whoever read our output has gone (`npm start | head`); the work goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  process.on('unhandledRejection', (error) => log('error', 'unhandled-rejection', { error }))
  process.on('uncaughtException', (error) => {
    log('error', 'uncaught-exception', { error })
    if (!isOfOneConnection(error)) void stops.run().then(() => process.exit(1))
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal)
}

/** A visitor's line that broke where nobody listened says nothing about our own state. */
function isOfOneConnection(error: Error): boolean {
  return 'code' in error && /^(ECONNRESET|EPIPE|ETIMEDOUT|ERR_STREAM_.*)$/.test(String(error.code))
}

function endProcess({ endNow }: Stop): void {
  const pid = endNow?.pid()
  if (endNow && pid && isRunning(pid)) process.kill(pid, endNow.signal)
}

async function withinPatience(part: Part, { run, patienceMs }: Stop): Promise<void> {
  const patience = new AbortController()
  const isSlow = sleep(patienceMs, true, { signal: patience.signal }).catch(() => false)
  const isDone = run().then(() => false, (error: unknown) => {
    log('error', 'stop-failed', { part, error })
    return false
  })
  if (await Promise.race([isDone, isSlow])) log('warn', 'slow-stop', { part, patienceMs })
  patience.abort()
}
