import { createServer, type Server } from 'node:http'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { log } from '#app/platform/log.server.ts'
import { ownOrigins, ownSocketOrigin } from './http/addresses.ts'
import { answerHealth, type HealthReader } from './http/health.ts'
import { isLiveKitPath, type LiveKitProxy } from './http/livekit-proxy.ts'
import { closeServer, trackConnections } from './http/connections.ts'
import { askToWait, refuse } from './http/refusals.ts'
import { isFromOurPages } from './http/same-origin.ts'
import { contentSecurityPolicy, setSecurityHeaders } from './http/security-headers.ts'
import { meetVisitor, visitorOf } from './http/visitor.ts'
import { findMalformed, plainPath } from './http/well-formed.ts'

const MAX_BODY_BYTES = 1_000_000
/** What is handed over in a meeting, added before it or attached to a template may be larger; how large, the product says by itself. */
const MAX_FILE_BYTES = 20_000_000
/** The room finds the person in the picture by WebAssembly, and the worker that reads documents unpacks pictures by it. */
const COMPILES = /^\/(room\/[^/]+\/?|assets\/pdf\.worker[^/]*)$/
const TAKES_FILES = /^\/((room|booking)\/[^/]+\/files|desk\/templates\/[^/]+)$/

export type SiteOptions = {
  /** The address that visitors use, when one is set. */
  publicUrl: URL | null
  isProxyTrusted: boolean
  isDevelopment: boolean
}

/** What stands behind the door once the start is through. */
export type Product = {
  files: RequestHandler
  pages: RequestHandler
  readHealth: HealthReader
  /** The way to our own LiveKit server; null when browsers reach a foreign one directly. */
  liveKitProxy: LiveKitProxy | null
  /** Origins of that foreign one. */
  liveKitOrigins: string[]
}

export type Site = {
  server: Server
  /** From now on visitors meet the product instead of a page that waits for it. */
  open: (product: Product) => void
  /** Takes no more visitors, ends live streams at once and the rest within `patienceMs`. */
  close: (patienceMs: number) => Promise<void>
}

/** Our web server, not yet listening. It has an answer from its first moment on: at first, to wait. */
export function createSite(options: SiteOptions): Site {
  let product: Product | null = null
  const connections = trackConnections()
  const site = express().disable('x-powered-by').disable('etag').set('trust proxy', options.isProxyTrusted ? 1 : false)
  site.use(greet(options, () => product?.liveKitOrigins ?? []), connections.track, refuseMalformed)
  site.use('/health', answerHealth(() => product?.readHealth ?? null))
  site.use((request, response, next) => {
    if (product?.liveKitProxy && isLiveKitPath(request.url)) product.liveKitProxy.handle(request, response)
    else next()
  })
  site.use(keepDevPrivate, refuseForeignForms(options), refuseLargeBodies, compression({ filter: isCompressible }))
  site.use((request, response, next) => product ? product.files(request, response, next) : askToWait(response))
  site.use((request, response, next) => product ? product.pages(request, response, next) : askToWait(response))
  site.use(answerFault)
  const server = serve(site)
  server.on('upgrade', (request, socket, head) => {
    connections.hold(socket)
    if (product?.liveKitProxy && isLiveKitPath(request.url ?? '')) product.liveKitProxy.upgrade(request, socket, head)
    // While developing, Vite listens for its own sockets on the same server.
    else if (!options.isDevelopment) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
  })
  return { server, open: (opened) => (product = opened), close: (patienceMs) => closeServer(server, connections, patienceMs) }
}

function serve(site: Express): Server {
  const server = createServer(site)
  server.headersTimeout = 15_000
  // Counts until a request has arrived whole: ten megabytes over a slow line. An event stream is an answer and may last.
  server.requestTimeout = 180_000
  // Longer than what proxies keep (Caddy 2 min, nginx 60 s), or they meet connections that just closed.
  server.keepAliveTimeout = 125_000
  return server
}

function greet(options: SiteOptions, readLiveKitOrigins: () => string[]): RequestHandler {
  const { publicUrl, isProxyTrusted, isDevelopment } = options
  return (request, response, next) => {
    const startedAt = performance.now()
    const { requestId } = meetVisitor(request, { hasPublicUrl: publicUrl !== null, isProxyTrusted })
    const policy = contentSecurityPolicy({
      ownSocketOrigin: ownSocketOrigin(request, publicUrl), liveKitOrigins: readLiveKitOrigins(), isDevelopment,
      mayCompile: COMPILES.test(request.path),
    })
    setSecurityHeaders(response, policy, publicUrl?.protocol === 'https:')
    response.set('X-Request-Id', requestId)
    const { method, path } = request
    response.once('close', () => {
      if (path.startsWith('/assets/') || path.startsWith('/health')) return
      log('info', 'request', { method, path, status: response.statusCode, ms: Math.round(performance.now() - startedAt), requestId })
    })
    next()
  }
}

function refuseMalformed(request: Request, response: Response, next: NextFunction): void {
  const malformed = findMalformed(request)
  if (malformed) refuse(response, malformed)
  else next()
}

/** Mail and previews are for whoever sits at this machine; to all others they don't exist. */
function keepDevPrivate(request: Request, response: Response, next: NextFunction): void {
  const isDev = /^\/dev($|[/.])/.test(plainPath(request.url) ?? '')
  if (isDev && !visitorOf(request).isLocalPeer) refuse(response, 404)
  else next()
}

function refuseForeignForms({ publicUrl }: SiteOptions): RequestHandler {
  return (request, response, next) => {
    const asked = { method: request.method, path: plainPath(request.url) ?? '', headers: request.headers }
    if (isFromOurPages({ ...asked, ownOrigins: ownOrigins(request, publicUrl) })) next()
    else refuse(response, 403)
  }
}

/** Node holds a body to the length that it announces, so the announcement is all there is to check. */
function refuseLargeBodies(request: Request, response: Response, next: NextFunction): void {
  const bytes = Number(request.get('content-length') ?? 0)
  const isUnknown = request.get('transfer-encoding') !== undefined
  const most = TAKES_FILES.test(plainPath(request.url) ?? '') ? MAX_FILE_BYTES : MAX_BODY_BYTES
  if (!isUnknown && bytes <= most) return next()
  response.set('Connection', 'close')
  request.resume()
  refuse(response, isUnknown ? 411 : 413)
}

/** A compressed event stream would hold events back until a block is full. */
function isCompressible(request: Request, response: Response): boolean {
  return !/^text\/event-stream/.test(String(response.getHeader('Content-Type'))) && compression.filter(request, response)
}

function answerFault(error: unknown, request: Request, response: Response, _next: NextFunction): void {
  log('error', 'request-failed', { error, path: request.path, requestId: visitorOf(request).requestId })
  if (response.headersSent) response.destroy()
  else refuse(response, 500)
}
