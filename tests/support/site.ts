import { request, type IncomingHttpHeaders } from 'node:http'
import { connect, type Server } from 'node:net'
import { join } from 'node:path'
import { startProduct } from '../../server/product.ts'
import { createSite, type Product, type Site, type SiteOptions } from '../../server/http.ts'

export const TINY_BUILD = join(import.meta.dirname, 'tiny-build')

export type OpenSite = Site & { port: number; url: string; end: () => Promise<void> }
export type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

/** Our web server on a free port, with the tiny build behind it. */
export async function openSite(options: Partial<SiteOptions> = {}, parts: Partial<Product> = {}): Promise<OpenSite> {
  const site = createSite({ publicUrl: null, isProxyTrusted: false, isDevelopment: false, ...options })
  const product = await startProduct(TINY_BUILD)
  site.open({ ...product, liveKitProxy: null, liveKitOrigins: [], ...parts })
  const port = await listenAnywhere(site.server)
  return { ...site, port, url: `http://127.0.0.1:${port}`, end: () => site.close(200) }
}

export function listenAnywhere(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

/** A request as it is, without what `fetch` puts right: the path unread, any method, any header. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body = '' }: {
  method?: string; headers?: Record<string, string>; body?: string
} = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk) => (text += chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      answer.on('error', reject)
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** Sends bytes as they are, and gives the first answer's first line. */
export function askRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.once('data', (chunk) => {
      resolve(chunk.toString().split('\r\n')[0] ?? '')
      socket.destroy()
    })
    socket.once('error', reject)
  })
}
