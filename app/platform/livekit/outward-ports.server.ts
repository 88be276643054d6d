import { env } from '../env.server.ts'

/** The ports of our own media server that browsers come to; null for one of others. */
export function outwardPorts(): { udp: number; tcp: number; turn: number; hasTurnTls: boolean } | null {
  const { LIVEKIT_UDP_PORT: udp, LIVEKIT_TCP_PORT: tcp, LIVEKIT_TURN_PORT: turn, TURN_DOMAIN } = env()
  return udp > 0 ? { udp, tcp, turn, hasTurnTls: TURN_DOMAIN !== undefined } : null
}
