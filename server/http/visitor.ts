import { randomUUID } from 'node:crypto'
import type { Request } from 'express'

/** What the product gets to know of a request beyond its text. */
export type Visitor = {
  clientAddress: string
  /** Asked from this machine, by no proxy, while no public address is set: `/dev` is open. */
  isLocalPeer: boolean
  requestId: string
}

const FORWARDING = ['forwarded', 'via', 'x-real-ip']
const visitors = new WeakMap<Request, Visitor>()

/** Reads who asks, and takes the words of proxies away that nobody told us to trust. */
export function meetVisitor(request: Request, options: { hasPublicUrl: boolean; isProxyTrusted: boolean }): Visitor {
  const forwarding = Object.keys(request.headers).filter(isForwarding)
  const peer = plainAddress(request.socket.remoteAddress ?? '')
  const isLocalPeer = !options.hasPublicUrl && forwarding.length === 0
    && isLoopback(peer) && isLoopbackHost(request.headers.host ?? '')
  if (!options.isProxyTrusted) for (const name of forwarding) delete request.headers[name]
  const visitor = { clientAddress: plainAddress(request.ip ?? peer), isLocalPeer, requestId: randomUUID().slice(0, 13) }
  visitors.set(request, visitor)
  return visitor
}

export function visitorOf(request: Request): Visitor {
  const visitor = visitors.get(request)
  if (!visitor) throw new Error('The visitor is met before anything else is done')
  return visitor
}

/** Is this the name of the machine itself? A foreign name that leads here (DNS rebinding) is not. */
export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === 'localhost' || name.endsWith('.localhost') || name === '[::1]' || isLoopback(name)
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address)
}

function isForwarding(name: string): boolean {
  return FORWARDING.includes(name) || name.startsWith('x-forwarded-')
}

/** IPv4 inside IPv6 (RFC 4291 §2.5.5.2) is written as IPv4, so that one visitor has one address. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
