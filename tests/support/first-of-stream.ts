import { endAllStreams } from '#app/platform/feed/event-stream.server.ts'
import * as feed from '../../app/routes/meeting/feed.ts'
import { ask } from './routes.ts'

type Asked = Parameters<typeof ask>[1]

/** What a room's stream sends within a moment, by when it has nothing left to ask the database for. Then it ends. */
export async function firstOfStream(asked: Asked): Promise<string> {
  const response = await ask(feed.loader, asked)
  const reader = response.body?.getReader()
  const ending = setTimeout(endAllStreams, 300)
  let text = ''
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) text += new TextDecoder().decode(read.value)
  clearTimeout(ending)
  return text
}

/** The names of the events in it. */
export async function firstEvents(asked: Asked): Promise<string[]> {
  return [...(await firstOfStream(asked)).matchAll(/^event: (\S+)/gm)].map((match) => match[1] ?? '')
}
