import { ConnectionQuality, type Room } from 'livekit-client'
import type { LineLook, Received } from './saving.ts'

const QUALITIES: Partial<Record<ConnectionQuality, LineLook['quality']>> = {
  [ConnectionQuality.Poor]: 'poor', [ConnectionQuality.Lost]: 'lost', [ConnectionQuality.Good]: 'good', [ConnectionQuality.Excellent]: 'good',
}

/** Looks at the own line: LiveKit's word, and what came in since the look before (W3C webrtc-stats, inbound-rtp). */
export function createLineLook(room: Room): () => Promise<LineLook> {
  let before: Received = { packets: 0, lost: 0 }
  return async () => {
    const total = await receivedInAll(room)
    // Tracks that go take their counts with them, so a sum can fall.
    const received = { packets: Math.max(0, total.packets - before.packets), lost: Math.max(0, total.lost - before.lost) }
    before = total
    return { received, quality: QUALITIES[room.localParticipant.connectionQuality] ?? 'unknown' }
  }
}

async function receivedInAll(room: Room): Promise<Received> {
  const tracks = [...room.remoteParticipants.values()].flatMap((person) => [...person.trackPublications.values()].map(({ track }) => track))
  const reports = await Promise.all(tracks.map((track) => track?.getRTCStatsReport().catch(() => undefined)))
  const entries = reports.flatMap((report) => (report ? [...report.values()] : [])).filter((entry) => entry.type === 'inbound-rtp')
  const sum = (name: 'packetsReceived' | 'packetsLost') => entries.reduce((total, entry) => total + (Number(entry[name]) || 0), 0)
  return { packets: sum('packetsReceived'), lost: sum('packetsLost') }
}
