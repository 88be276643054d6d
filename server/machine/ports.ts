import { createServer } from 'node:net'
import { createSocket } from 'node:dgram'

/** Can a TCP server listen on `host`:`port` now? */
export function isTcpPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** Can a UDP socket be bound to `port` on every address now? */
export function isUdpPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createSocket('udp4')
    probe.once('error', () => resolve(false))
    probe.bind({ port, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** A TCP port that nobody listens on at this moment, of the range the system gives out. */
export function freeTcpPort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port: 0, host, exclusive: true }, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

/** A UDP port that nobody has bound at this moment. */
export function freeUdpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createSocket('udp4')
    probe.once('error', reject)
    probe.bind({ port: 0, exclusive: true }, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
