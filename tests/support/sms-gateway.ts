import { createServer, type IncomingHttpHeaders } from 'node:http'
import { listenAnywhere } from './site.ts'

export type SmsGateway = {
  url: string
  taken: { headers: IncomingHttpHeaders; body: unknown }[]
  answerWith: (status: number, headers?: Record<string, string>) => void
  stop: () => Promise<void>
}

/** A gateway for text messages, as a real HTTP server on loopback that keeps what it gets. */
export async function startSmsGateway(): Promise<SmsGateway> {
  const taken: SmsGateway['taken'] = []
  let answer: { status: number; headers: Record<string, string> } = { status: 202, headers: {} }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      taken.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) })
      response.writeHead(answer.status, answer.headers).end('{}')
    })
  })
  const port = await listenAnywhere(server)
  return {
    url: `http://127.0.0.1:${port}/messages`,
    taken,
    answerWith: (status, headers = {}) => { answer = { status, headers } },
    stop: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}
