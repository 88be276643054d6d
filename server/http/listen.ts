import type { Server } from 'node:http'
import { StartFault } from '../machine/start-fault.ts'

/**
 * Takes the port and gives its number, which matters when it was 0.
 * @throws {StartFault} with the setting to change.
 */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new StartFault(faultOf(String(code), port, host))
  }
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

/** Where this machine itself reaches the web server. */
export function loopbackUrl(host: string, port: number): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`
  if (host === '::') return `http://[::1]:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function faultOf(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Set PORT to another, such as PORT=${port + 1}, or to 0 for any.`
  if (code === 'EACCES') return `Port ${port} may only be opened by root. Set PORT to 1024 or higher.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST ${host} is no address of this machine. Use 127.0.0.1 or 0.0.0.0.`
  return `The web server can't listen on ${host}:${port} (${code}). Look at HOST and PORT.`
}
