import type { Request } from 'express'

/** Origins that count as our own: the public one, and the one that this request was sent to. */
export function ownOrigins(request: Request, publicUrl: URL | null): string[] {
  const here = `${request.protocol}://${hostOf(request)}`
  return publicUrl ? [publicUrl.origin, here] : [here]
}

/** `wss://meet.example.com`: where this page's sockets go. */
export function ownSocketOrigin(request: Request, publicUrl: URL | null): string {
  const origin = publicUrl?.origin ?? `${request.protocol}://${hostOf(request)}`
  return origin.replace(/^http/, 'ws')
}

/** Both spellings of an address for the content security policy: requests and sockets. */
export function policyOrigins(address: string): string[] {
  const { host, protocol } = new URL(address)
  return /^(https|wss):$/.test(protocol) ? [`https://${host}`, `wss://${host}`] : [`http://${host}`, `ws://${host}`]
}

/** Header text may end up in our own headers, so anything but a plain host is left out. */
function hostOf(request: Request): string {
  const host = request.get('x-forwarded-host') ?? request.get('host') ?? ''
  return /^[a-z0-9.:[\]_-]+$/i.test(host) ? host : 'localhost'
}
