import { endAllStreams } from '#app/platform/feed/event-stream.server.ts'
import * as feed from '../../app/routes/meeting/feed.ts'
import { ask } from './routes.ts'

/** The events that a stream sends within a moment. */
export async function firstOfStream(asked: { seatId: string; cookie: string }): Promise<string[]> {
  const response = await ask(feed.loader, asked)
  const reader = response.body?.getReader()
  const ending = setTimeout(endAllStreams, 300)
  let text = ''
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) text += new TextDecoder().decode(read.value)
  clearTimeout(ending)
  return [...text.matchAll(/^event: (\S+)/gm)].map((match) => match[1] ?? '')
}
