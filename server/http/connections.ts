import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { NextFunction, Request, Response } from 'express'

export type Connections = {
  track: (request: Request, response: Response, next: NextFunction) => void
  /** Keeps a socket that has left HTTP behind. */
  hold: (socket: Duplex) => void
  /** Ends what would never end by itself: event streams and sockets. */
  endLive: () => void
}

/** Remembers open answers and sockets, so that a stop can end those that last. */
export function trackConnections(): Connections {
  const responses = new Set<Response>()
  const sockets = new Set<Duplex>()
  return {
    track: (_request, response, next) => {
      responses.add(response)
      response.once('close', () => responses.delete(response))
      next()
    },
    hold: (socket) => {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.once('close', () => sockets.delete(socket))
    },
    endLive: () => {
      for (const socket of sockets) socket.destroy()
      for (const response of responses) if (isEventStream(response)) response.destroy()
    },
  }
}

/** Takes no more visitors; who is being answered has `patienceMs` to get the rest. */
export async function closeServer(server: Server, connections: Connections, patienceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  connections.endLive()
  const limit = setTimeout(() => server.closeAllConnections(), patienceMs)
  await closed
  clearTimeout(limit)
}

function isEventStream(response: Response): boolean {
  return String(response.getHeader('Content-Type')).startsWith('text/event-stream')
}
