import { pause } from '../../server/machine/processes.ts'

export type ReadEvent = { event: string; id: string | null; data: unknown; retry: string | null }

export type StreamReader = {
  events: () => ReadEvent[]
  /** Everything as it came, comments too. */
  text: () => string
  /** Waits until `isSo` holds for the events so far. @throws {Error} with what came when it never does. */
  until: (isSo: (events: ReadEvent[]) => boolean) => Promise<ReadEvent[]>
  ended: Promise<void>
}

/** Reads a `text/event-stream` as a browser does (HTML §9.2.6). */
export function readStream(response: Response): StreamReader {
  let text = ''
  const events = () => text.split('\n\n').map(readBlock).filter((event) => event !== null)
  const readAll = async () => {
    const decoder = new TextDecoder()
    const reader = response.body?.getReader()
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      text += decoder.decode(read.value, { stream: true })
    }
  }
  return {
    events,
    text: () => text,
    until: async (isSo) => {
      for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 5) {
        if (isSo(events())) return events()
        await pause(5)
      }
      throw new Error(`This never came: ${isSo}\nWhat came: ${text}`)
    },
    ended: readAll(),
  }
}

function readBlock(block: string): ReadEvent | null {
  const field = (name: string) => block.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null
  const [event, data] = [field('event'), field('data')]
  return event === null || data === null ? null : { event, data: JSON.parse(data), id: field('id'), retry: field('retry') }
}
