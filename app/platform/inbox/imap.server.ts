import { createHash } from 'node:crypto'
import { ImapFlow } from 'imapflow'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { now } from '../clock.server.ts'
import { log } from '../log.server.ts'
import { headersOf, headerValue } from './headers.ts'

/** A mail as it lies in the mailbox. `source` is all of it, or its beginning when it is too big. */
export type FetchedMail = {
  uidValidity: string
  uid: number
  messageId: string
  size: number
  source: Buffer
  isWhole: boolean
  at: Date
}

/** Up to where a mailbox has been read. */
export type Place = { uidValidity: string; lastUid: number }

export type MailReader = {
  findPlace: (mailbox: string) => Promise<Place | null>
  /** Keeps the mail, and that the mailbox has been read up to it. The same mail may come again. */
  keep: (mailbox: string, mail: FetchedMail) => Promise<void>
}

export type InboxState = 'off' | 'connecting' | 'ready' | 'down'

/** No answer of a calendar is a tenth of that. */
export const MOST_OCTETS = 1024 * 1024
const BEGINNING_OCTETS = 64 * 1024
/** New mail is announced by IDLE; this look is for servers that can't, and for what an interrupted line lost. */
const LOOK_EVERY_MS = MINUTE_MS
const IDLE_AFTER_MS = SECOND_MS / 4
const CONNECT_LIMIT_MS = 20 * SECOND_MS
const STOP_LIMIT_MS = 2 * SECOND_MS
const LONGEST_PAUSE_MS = 5 * MINUTE_MS
/** Where a mailbox begins that was never read, or has been made anew. */
const LOOK_BACK_MS = 30 * DAY_MS

let state: InboxState = 'off'

export function readInboxState(): InboxState {
  return state
}

/**
 * Reads the mailbox of `url` from now on: what is new, as it comes, each mail once. A server that is away is tried again
 * after pauses that grow; nobody waits for it. Mails are marked as seen, and neither moved nor deleted.
 */
export function watchMailbox(url: string, reader: MailReader): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  state = 'connecting'
  const watching = watch(url, reader, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await watching
      state = 'off'
    },
  }
}

async function watch(url: string, reader: MailReader, stopping: AbortSignal): Promise<void> {
  let failures = 0
  while (!stopping.aborted) {
    try {
      await readUntilClosed(url, reader, { stopping, onReady: () => { failures = 0; state = 'ready' } })
    } catch (error) {
      log('warn', 'mailbox-away', { error })
    }
    if (stopping.aborted) return
    state = 'down'
    failures += 1
    await pause(Math.min(LONGEST_PAUSE_MS, SECOND_MS * 2 ** Math.min(failures - 1, 10)), stopping)
  }
}

async function readUntilClosed(
  url: string, reader: MailReader, { stopping, onReady }: { stopping: AbortSignal; onReady: () => void },
): Promise<void> {
  const client = connectTo(url)
  const bell = makeBell()
  for (const event of ['exists', 'close', 'error'] as const) client.on(event, bell.ring)
  stopping.addEventListener('abort', bell.ring)
  try {
    await client.connect()
    await client.mailboxOpen('INBOX')
    while (client.usable && !stopping.aborted) {
      await readNew(client, { mailbox: nameOf(url), reader, stopping })
      onReady()
      await bell.rung(LOOK_EVERY_MS)
      if (client.usable && !stopping.aborted) await client.noop()
    }
  } finally {
    stopping.removeEventListener('abort', bell.ring)
    await leave(client)
  }
}

function connectTo(url: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(url)
  const isSecure = protocol === 'imaps:'
  const isNear = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return new ImapFlow({
    host: hostname.replaceAll(/[[\]]/g, ''), port: port === '' ? (isSecure ? 993 : 143) : Number(port), secure: isSecure,
    // The password crosses no wire in the clear.
    doSTARTTLS: isSecure || isNear ? undefined : true,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false, autoIdleDelay: IDLE_AFTER_MS, connectionTimeout: CONNECT_LIMIT_MS, greetingTimeout: CONNECT_LIMIT_MS,
    maxLiteralSize: 2 * MOST_OCTETS, maxResponseSize: 3 * MOST_OCTETS, maxLineLength: 2 * MOST_OCTETS,
  })
}

type Reading = { mailbox: string; reader: MailReader; stopping: AbortSignal }

async function readNew(client: ImapFlow, { mailbox, reader, stopping }: Reading): Promise<void> {
  const open = client.mailbox
  if (!open) return
  const uidValidity = String(open.uidValidity)
  const place = await reader.findPlace(mailbox)
  const lastUid = place?.uidValidity === uidValidity ? place.lastUid : null
  for (const { uid, size } of await listNew(client, lastUid)) {
    if (stopping.aborted) return
    const isWhole = size <= MOST_OCTETS
    const fetched = await client.fetchOne(String(uid), { source: { maxLength: isWhole ? MOST_OCTETS : BEGINNING_OCTETS } }, { uid: true })
    if (!fetched || !fetched.source) continue
    const { source } = fetched
    await reader.keep(mailbox, { uidValidity, uid, messageId: identify(source), size, source, isWhole, at: new Date(now()) })
    await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true })
  }
}

/** UIDs and sizes of what has come since, in their order: `n:*` names the last mail even when it is older (RFC 9051 §6.4.8). */
async function listNew(client: ImapFlow, lastUid: number | null): Promise<{ uid: number; size: number }[]> {
  const since = lastUid === null ? await client.search({ since: new Date(now() - LOOK_BACK_MS) }, { uid: true }) : null
  if (since !== null && (!since || since.length === 0)) return []
  const found: { uid: number; size: number }[] = []
  for await (const { uid, size } of client.fetch(since ?? `${(lastUid ?? 0) + 1}:*`, { uid: true, size: true }, { uid: true })) {
    if (uid > (lastUid ?? 0)) found.push({ uid, size: size ?? 0 })
  }
  return found.sort((one, other) => one.uid - other.uid)
}

function identify(source: Buffer): string {
  const written = headerValue(headersOf(source), 'message-id')?.trim() ?? ''
  return /^<[^<>\s]{3,250}>$/.test(written) ? written : `sha256:${createHash('sha256').update(source).digest('hex')}`
}

/** Of the mailbox, not of its password: the same one under another password is the same. */
function nameOf(url: string): string {
  const { username, host } = new URL(url)
  return createHash('sha256').update(`${username}@${host}`).digest('hex').slice(0, 32)
}

async function leave(client: ImapFlow): Promise<void> {
  const limit = new AbortController()
  await Promise.race([client.usable ? client.logout().catch(() => undefined) : undefined, pause(STOP_LIMIT_MS, limit.signal)])
  limit.abort()
  client.close()
}

/** Rung while nobody listens, it is heard by whoever listens next. */
function makeBell(): { ring: () => void; rung: (limitMs: number) => Promise<void> } {
  let isRung = false
  let hear = () => {}
  return {
    ring() {
      isRung = true
      hear()
    },
    async rung(limitMs) {
      const limit = new AbortController()
      if (!isRung) await Promise.race([new Promise<void>((resolve) => { hear = resolve }), pause(limitMs, limit.signal)])
      limit.abort()
      isRung = false
    },
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(done, milliseconds)
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
