import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls, type TLSSocket } from 'node:tls'
import { SECOND_MS } from '#app/kernel/time.ts'
import { env } from '../env.server.ts'
import { listRooms } from '../livekit.server.ts'
import type { ConnectionPart, TestedPart } from './connection-parts.ts'
import { outwardPorts } from './outward-ports.server.ts'
import { bindingRequest, isBindingAnswer } from './stun.ts'

const PATIENCE_MS = 3 * SECOND_MS
/** What LiveKit tells browsers, whatever port it listens on itself. */
const TURN_TLS_PUBLIC_PORT = 443
/** A datagram may be lost. */
const ASK_AGAIN_MS = 700

/** Asks every part of the media server that this machine can reach as a browser would. */
export async function testConnection(): Promise<TestedPart[]> {
  const outward = outwardPorts()
  const host = env().LIVEKIT_NODE_IP ?? '127.0.0.1'
  const signal: TestedPart = { part: 'signal', state: (await listRooms()).ok ? 'open' : 'shut', address: null, note: null }
  if (!outward) return [signal, ...(['udp', 'tcp', 'turn', 'turn-tls'] as const).map((part) => elsewhere(part))]
  const [isHeld, isOpen, isAnswered, turnTls] = await Promise.all([
    isUdpHeld(outward.udp), isTcpOpen(host, outward.tcp), answersOverUdp(host, outward.turn), testTurnTls(),
  ])
  return [
    signal,
    { part: 'udp', state: isHeld ? 'listening' : 'shut', address: `${host}:${outward.udp}`, note: null },
    tested('tcp', isOpen, `${host}:${outward.tcp}`),
    tested('turn', isAnswered, `${host}:${outward.turn}`),
    turnTls,
  ]
}

function tested(part: ConnectionPart, isOpen: boolean, address: string): TestedPart {
  return { part, state: isOpen ? 'open' : 'shut', address, note: null }
}

function elsewhere(part: ConnectionPart): TestedPart {
  return { part, state: 'elsewhere', address: null, note: null }
}

/** Media over UDP gives no answer to anybody but a browser in a room, so it is looked whether somebody holds the port. */
function isUdpHeld(port: number): Promise<boolean> {
  const socket = createSocket('udp4')
  return new Promise((resolve) => {
    socket.once('error', () => resolve(true))
    socket.bind({ port, exclusive: true }, () => socket.close(() => resolve(false)))
  })
}

function isTcpOpen(host: string, port: number): Promise<boolean> {
  return settle(connectTcp({ host, port }), (socket, done) => socket.once('connect', () => done(true)))
}

function answersOverUdp(host: string, port: number): Promise<boolean> {
  const id = randomBytes(12)
  const socket = createSocket('udp4')
  return new Promise((resolve) => {
    const ask = () => socket.send(bindingRequest(id), port, host, () => undefined)
    const again = setInterval(ask, ASK_AGAIN_MS)
    const finish = (isAnswered: boolean) => {
      clearInterval(again)
      clearTimeout(limit)
      socket.close()
      resolve(isAnswered)
    }
    const limit = setTimeout(() => finish(false), PATIENCE_MS)
    socket.on('message', (message) => { if (isBindingAnswer(message, id)) finish(true) })
    socket.on('error', () => undefined)
    ask()
  })
}

/** Browsers come to port 443 of the name, whatever port the server itself listens on. */
async function testTurnTls(): Promise<TestedPart> {
  const { TURN_DOMAIN: host } = env()
  if (!host) return { part: 'turn-tls', state: 'not-set', address: null, note: null }
  const socket = connectTls({ host, port: TURN_TLS_PUBLIC_PORT, servername: host, rejectUnauthorized: false })
  const id = randomBytes(12)
  const isAnswered = await settle<TLSSocket>(socket, (open, done) => {
    open.once('secureConnect', () => open.write(bindingRequest(id)))
    open.on('data', (message: Buffer) => { if (isBindingAnswer(message, id)) done(true) })
  })
  const fault = socket.authorizationError
  const state = !isAnswered ? 'shut' : fault ? 'certificate' : 'open'
  return { part: 'turn-tls', state, address: `${host}:${TURN_TLS_PUBLIC_PORT}`, note: fault ? String(fault) : null }
}

/** Waits for what `listen` calls done, or gives up with the socket or after a while. */
async function settle<Kind extends Socket>(
  socket: Kind, listen: (socket: Kind, done: (isOpen: boolean) => void) => void,
): Promise<boolean> {
  socket.setTimeout(PATIENCE_MS, () => socket.destroy())
  const isOpen = await new Promise<boolean>((resolve) => {
    socket.on('error', () => resolve(false)).once('close', () => resolve(false))
    listen(socket, resolve)
  })
  socket.destroy()
  return isOpen
}
