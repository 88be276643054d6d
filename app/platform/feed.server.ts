import { sql, type SQL } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { SECOND_MS } from '#app/kernel/time.ts'
import { db, sqlClient, type Queryable } from '#db/client.server.ts'
import { commentAllStreams, endAllStreams, listStreamKeys } from './feed/event-stream.server.ts'
import { log } from './log.server.ts'

/** Gets the text of a notification; null says that some may have been missed: read on from where you are. */
export type Listener = (text: string | null) => void

/** One PostgreSQL channel for all: the first word of a notification is its topic. */
const CHANNEL = 'fremmode_feed'
const BEAT_MS = 15 * SECOND_MS
const PULSE = `pulse:${newId()}`

const listeners = new Map<string, Set<Listener>>()
let running: { stop: () => void } | null = null
let isPulseHeard = true

/**
 * Tells every process, once the transaction is committed, that something happened. Ids and versions only:
 * more than 8,000 bytes would abort the transaction, and who may read what is asked again at each stream.
 */
export async function publish(tx: Queryable, topic: string, text: string): Promise<void> {
  await tx.execute(sql`select ${notification(topic, text)}`)
}

/** The same as a term of another statement. */
export function notification(topic: string, text: string): SQL {
  return sql`pg_notify(${CHANNEL}, ${`${topic} ${text}`})`
}

/** Calls `listener` for each notification of the topic. Gives what ends that. */
export function subscribe(topic: string, listener: Listener): () => void {
  const known = listeners.get(topic) ?? new Set()
  listeners.set(topic, known.add(listener))
  return () => {
    known.delete(listener)
    if (known.size === 0 && listeners.get(topic) === known) listeners.delete(topic)
  }
}

/**
 * Starts this process's one LISTEN and its one timer. `onBeat` gets the keys of the open streams every 15 s.
 * @throws {Error} when the database can't be reached.
 */
export async function startFeed({ onBeat }: { onBeat?: (keys: string[]) => Promise<void> } = {}): Promise<void> {
  if (running) return
  let isFirst = true
  const { unlisten } = await sqlClient().listen(CHANNEL, tell, () => {
    if (!isFirst) tellAll()
    isFirst = false
  })
  const unsubscribe = subscribe(PULSE, () => (isPulseHeard = true))
  isPulseHeard = true
  const timer = setInterval(() => void beat(onBeat).catch(noteFault), BEAT_MS)
  timer.unref()
  running = {
    stop: () => {
      clearInterval(timer)
      unsubscribe()
      // Not waited for: a database that is away would hold up the stop, and closing the pool ends it anyway.
      unlisten().catch(noteFault)
    },
  }
}

/** Ends every stream and the LISTEN. Browsers connect again by themselves, to whoever serves then. */
export async function stopFeed(): Promise<void> {
  endAllStreams()
  running?.stop()
  running = null
}

/**
 * A LISTEN can be deaf without an error, behind a connection that died in silence: unless this process has
 * heard its own pulse since the last beat, every stream reads on by itself.
 */
async function beat(onBeat: ((keys: string[]) => Promise<void>) | undefined): Promise<void> {
  commentAllStreams()
  if (!isPulseHeard) {
    log('warn', 'feed-deaf')
    tellAll()
  }
  isPulseHeard = false
  await publish(db(), PULSE, '')
  await onBeat?.(listStreamKeys())
}

function tell(notification: string): void {
  const space = notification.indexOf(' ')
  const topic = notification.slice(0, space)
  for (const listener of [...(listeners.get(topic) ?? [])]) listener(notification.slice(space + 1))
}

function tellAll(): void {
  for (const [topic, known] of [...listeners]) {
    if (topic !== PULSE) for (const listener of [...known]) listener(null)
  }
}

function noteFault(error: unknown): void {
  log('warn', 'feed-failed', { error })
}
