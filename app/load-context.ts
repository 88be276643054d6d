import { invariant } from './kernel/invariant.ts'

/** What the web server knows of a request beyond its text. */
export type LoadContext = {
  /** The visitor's network address, by the proxy's word when TRUST_PROXY is set. */
  clientAddress: string
  /** Asked from this very machine, without a proxy, while no public address is set: `/dev` is open. */
  isLocalPeer: boolean
  requestId: string
}

/** @throws {Error} when the handler was called without a context, which only a wrong server does. */
export function readContext(context: unknown): LoadContext {
  invariant(isLoadContext(context), 'the web server gives every request its context')
  return context
}

function isLoadContext(context: unknown): context is LoadContext {
  return typeof context === 'object' && context !== null && 'clientAddress' in context && 'isLocalPeer' in context
}
