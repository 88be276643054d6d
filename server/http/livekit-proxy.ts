import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Request, Response } from 'express'
import { createProxyServer } from 'http-proxy-3'

const PREFIX = '/livekit'
/** What a client of a room asks for. The rest, above all the administration under /twirp, stays inside. */
const OPEN_PATHS = /^\/livekit(\/|\/rtc(\/v1)?(\/validate)?)?(\?|$)/

export type LiveKitProxy = {
  handle: (request: Request, response: Response) => void
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
}

/** Is this a path under which LiveKit stands, open or not? */
export function isLiveKitPath(url: string): boolean {
  return url === PREFIX || url.startsWith(`${PREFIX}/`) || url.startsWith(`${PREFIX}?`)
}

/** Passes signalling on to our own LiveKit server on 127.0.0.1, so that one certificate serves all. */
export function createLiveKitProxy(port: number): LiveKitProxy {
  const proxy = createProxyServer({ target: `http://127.0.0.1:${port}`, xfwd: true, proxyTimeout: 15_000 })
  // Visitors' sockets break off at any moment; without a listener the proxy would throw that at the whole process.
  proxy.on('error', (_error, _request, response) => void response?.destroy?.())
  return {
    handle: (request, response) => {
      if (!isOpen(request)) return void response.status(404).type('text/plain').send('Not found\n')
      passOn(request)
      proxy.web(request, response, {}, () => {
        if (!response.headersSent) response.status(503).set('Retry-After', '2')
        response.end()
      })
    },
    upgrade: (request, socket, head) => {
      if (!isOpen(request)) return void socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
      passOn(request)
      // An open socket can be told nothing in HTTP any more; the client asks /rtc/validate what is wrong.
      proxy.ws(request, socket, head, {}, () => socket.destroy())
    },
  }
}

function isOpen(request: IncomingMessage): boolean {
  return (request.method === 'GET' || request.method === 'HEAD') && OPEN_PATHS.test(request.url ?? '')
}

/** LiveKit gets its own paths and none of our cookies. */
function passOn(request: IncomingMessage): void {
  const rest = (request.url ?? '').slice(PREFIX.length)
  request.url = rest.startsWith('/') ? rest : `/${rest}`
  delete request.headers.cookie
}
