import { connect, type Socket } from 'node:net'

/** A line to a program of Mozilla's, over which it runs what it is told to, with all its rights. */
export type Marionette = {
  /** Runs the body of an async function in the main window, and gives what it returns. @throws {Error} what went wrong there. */
  run: (body: string, given: unknown[]) => Promise<unknown>
  end: () => void
}

const SCRIPT_LIMIT_MS = 90_000

/** Marionette's own protocol: JSON with its length before it, `[0, id, command, parameters]` and `[1, id, error, result]`. */
export async function openMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1')
  const send = listenForAnswers(socket)
  await send('WebDriver:NewSession', { capabilities: {} })
  await send('Marionette:SetContext', { value: 'chrome' })
  await send('WebDriver:SetTimeouts', { script: SCRIPT_LIMIT_MS })
  return {
    run: async (body, given) => {
      const answer = await send('WebDriver:ExecuteAsyncScript', { script: awaited(body), args: given, newSandbox: true })
      const { value } = answer as { value: { done?: unknown; error?: string } }
      if (value.error !== undefined) throw new Error(value.error)
      return value.done
    },
    end: () => socket.destroy(),
  }
}

function awaited(body: string): string {
  return `const given = [...arguments], answer = given.pop();
    (async (...given) => {${body}})(...given)
      .then((done) => answer({ done }), (error) => answer({ error: error + ' ' + error.stack }))`
}

type Send = (command: string, parameters: Record<string, unknown>) => Promise<unknown>

function listenForAnswers(socket: Socket): Send {
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  let id = 0
  let unread: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    unread = Buffer.concat([unread, chunk])
    for (let packet = takePacket(unread); packet; packet = takePacket(unread)) {
      unread = packet.rest
      const [, answered, error, result] = JSON.parse(packet.text) as [number, number, unknown, unknown]
      const asker = waiting.get(answered)
      waiting.delete(answered)
      if (error) asker?.reject(new Error(JSON.stringify(error)))
      else asker?.resolve(result)
    }
  })
  const giveUp = (why: Error) => {
    for (const { reject } of waiting.values()) reject(why)
    waiting.clear()
  }
  socket.on('error', giveUp)
  socket.on('close', () => giveUp(new Error('The line to Thunderbird was cut')))
  return (command, parameters) => new Promise((resolve, reject) => {
    id += 1
    waiting.set(id, { resolve, reject })
    const text = JSON.stringify([0, id, command, parameters])
    socket.write(`${Buffer.byteLength(text)}:${text}`)
  })
}

/** The first whole packet that answers something; the greeting is an object and answers nothing. */
function takePacket(unread: Buffer): { text: string; rest: Buffer } | null {
  const colon = unread.indexOf(':')
  if (colon < 0) return null
  const end = colon + 1 + Number(unread.subarray(0, colon))
  if (unread.length < end) return null
  const packet = { text: unread.subarray(colon + 1, end).toString(), rest: unread.subarray(end) }
  return packet.text.startsWith('[') ? packet : takePacket(packet.rest)
}
