import { get, type ClientRequest, type IncomingMessage } from 'node:http'

/** What the product uses of an EventSource. */
export type EventSourceLike = EventTarget & { close(): void }

type Connection = { request: ClientRequest | null; timer?: NodeJS.Timeout; lastId: string; retryMs: number; isClosed: boolean }

/** An EventSource as browsers have it (HTML §9.2), with a cookie: what is lost is asked for again after the last id. */
export function openEventSource(address: string, cookie: string): EventSourceLike {
  const target = new EventTarget()
  const connection: Connection = { request: null, lastId: '', retryMs: 3_000, isClosed: false }
  const fail = (isForGood: boolean) => {
    if (connection.isClosed) return
    connection.request?.destroy()
    connection.isClosed = isForGood
    if (!isForGood) connection.timer = setTimeout(open, connection.retryMs)
    target.dispatchEvent(new Event('error'))
  }
  function open() {
    const headers = { Cookie: cookie, Accept: 'text/event-stream', ...(connection.lastId && { 'Last-Event-ID': connection.lastId }) }
    let isLost = false
    const lose = (isForGood = false) => {
      if (!isLost) fail(isForGood)
      isLost = true
    }
    connection.request = get(address, { agent: false, headers }, (answer) => {
      answer.on('close', () => lose()).on('error', () => {})
      if (answer.statusCode !== 200) return lose(true)
      target.dispatchEvent(new Event('open'))
      listen(answer, connection, target)
    }).on('error', () => lose())
  }
  open()
  return Object.assign(target, {
    close() {
      connection.isClosed = true
      clearTimeout(connection.timer)
      connection.request?.destroy()
    },
  })
}

function listen(answer: IncomingMessage, connection: Connection, target: EventTarget): void {
  let rest = ''
  answer.setEncoding('utf8')
  answer.on('data', (text: string) => {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) if (!connection.isClosed) hear(block, connection, target)
  })
}

/** A block that the line broke in the midst of never gets here: without its empty line it is no event. */
function hear(block: string, connection: Connection, target: EventTarget): void {
  const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
  connection.lastId = field('id') ?? connection.lastId
  connection.retryMs = Number(field('retry') ?? connection.retryMs)
  const data = field('data')
  if (data !== undefined) target.dispatchEvent(new MessageEvent(field('event') ?? 'message', { data, lastEventId: connection.lastId }))
}
