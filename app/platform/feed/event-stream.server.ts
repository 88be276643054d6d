import { log } from '../log.server.ts'

/** What is sent to one browser. `id` comes back as Last-Event-ID when the browser connects again. */
export type StreamEvent = { event: string; id?: number; data: unknown; retryMs?: number }

export type EventStream = { send: (event: StreamEvent) => void; end: () => void; isOpen: () => boolean }

type OpenStream = EventStream & { key: string; beat: () => void }

const streams = new Set<OpenStream>()

/** Ends every stream of this process; browsers connect again by themselves. */
export function endAllStreams(): void {
  for (const stream of [...streams]) stream.end()
}

/** How many event streams this process holds open. */
export function countStreams(): number {
  return streams.size
}

/** The holders of the open streams, each once. */
export function listStreamKeys(): string[] {
  return [...new Set([...streams].map((stream) => stream.key))]
}

/** Keeps proxies and browsers from taking a quiet stream for a dead one. */
export function commentAllStreams(): void {
  for (const stream of streams) stream.beat()
}

/**
 * An answer that stays open (HTML §9.2, server-sent events). `start` gets the stream and gives back what is
 * to be undone when it ends: by the browser, by `end`, or at shutdown. `key` names its holder to `onBeat`.
 */
export function eventStream(
  request: Request, { key, start }: { key: string; start: (stream: EventStream) => Promise<() => void> },
): Response {
  let end = () => {}
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const stream = openStream(controller, key)
      end = stream.end
      request.signal.addEventListener('abort', stream.end, { once: true })
      stream.onEnd(() => request.signal.removeEventListener('abort', stream.end))
      if (request.signal.aborted) return stream.end()
      void start(stream).then(stream.onEnd).catch((error: unknown) => {
        log('error', 'stream-failed', { error })
        stream.end()
      })
    },
    cancel: () => end(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

type Undoing = { onEnd: (undo: () => void) => void }

function openStream(controller: ReadableStreamDefaultController<Uint8Array>, key: string): OpenStream & Undoing {
  const undoings: (() => void)[] = []
  let isOpen = true
  const write = (bytes: Uint8Array) => { if (isOpen) controller.enqueue(bytes) }
  const stream: OpenStream = {
    key,
    isOpen: () => isOpen,
    beat: () => write(COMMENT),
    send: (event) => write(encoder.encode(asText(event))),
    end: () => {
      if (!isOpen) return
      isOpen = false
      streams.delete(stream)
      for (const undo of undoings) undo()
      closeQuietly(controller)
    },
  }
  streams.add(stream)
  write(GREETING)
  return Object.assign(stream, { onEnd: (undo: () => void) => (isOpen ? void undoings.push(undo) : undo()) })
}

const encoder = new TextEncoder()
const COMMENT = encoder.encode(':\n\n')
/** Sent at once, so that proxies and browsers see an answer; a lost stream is asked for again after a second. */
const GREETING = encoder.encode('retry: 1000\n\n')

/** JSON has no line break outside of its strings, and escapes those inside: it fits one `data:` line. */
function asText({ event, id, data, retryMs }: StreamEvent): string {
  const head = `${retryMs === undefined ? '' : `retry: ${retryMs}\n`}${id === undefined ? '' : `id: ${id}\n`}`
  return `${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}

/** The browser may have cancelled it already. */
function closeQuietly(controller: ReadableStreamDefaultController<Uint8Array>): void {
  try {
    controller.close()
  } catch {
    // closed on the other side
  }
}
