import { Resolver } from 'node:dns/promises'
import { env } from '../env.server.ts'

/** Asks the name server of DNS_SERVER, or without one that of this machine. @param patience.timeout of each try, milliseconds. */
export function openNameResolver(patience: { timeout: number; tries: number }): Resolver {
  const resolver = new Resolver(patience)
  const { DNS_SERVER } = env()
  if (DNS_SERVER) resolver.setServers([DNS_SERVER])
  return resolver
}
