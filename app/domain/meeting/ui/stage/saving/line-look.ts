import { ConnectionQuality } from 'livekit-client'
import type { LineLook, Received } from './saving.ts'

const QUALITIES: Partial<Record<ConnectionQuality, LineLook['quality']>> = {
  [ConnectionQuality.Poor]: 'poor', [ConnectionQuality.Lost]: 'lost', [ConnectionQuality.Good]: 'good', [ConnectionQuality.Excellent]: 'good',
}

/** From the worst to the best. Of one whose line LiveKit has not judged yet nothing is known. */
const RANKS: ConnectionQuality[] = [ConnectionQuality.Lost, ConnectionQuality.Poor, ConnectionQuality.Good, ConnectionQuality.Excellent]

type Person = { connectionQuality: ConnectionQuality }

/** As much of a LiveKit room as is looked at. */
export type LineRoom = {
  localParticipant: Person
  remoteParticipants: ReadonlyMap<string, Person & { trackPublications: ReadonlyMap<string, Publication> }>
}

type Publication = { trackSid: string; kind: string; track?: { getRTCStatsReport(): Promise<RTCStatsReport | undefined> } | undefined }

type Counted = Received & { trackSid: string; isTheirLine: boolean }

/**
 * Looks at the own line: LiveKit's word, and what came in since the look before (W3C webrtc-stats, inbound-rtp). The media
 * server passes the gaps of a lossy upload on, so what is missing from somebody whose line LiveKit judges to be worse than
 * this one was lost on theirs and is not counted here. Of two whom it judges alike the picture tells: the server asks an upload
 * for what is missing from it, so gaps in sound alone came from there.
 */
export function createLineLook(room: LineRoom): () => Promise<LineLook> {
  let before = new Map<string, Received>()
  return async () => {
    const counted = await countAll(room)
    const received = { packets: 0, lost: 0 }
    for (const { trackSid, packets, lost } of counted.filter(({ isTheirLine }) => !isTheirLine)) {
      // A track that is taken again begins to count anew, so a sum can fall.
      received.packets += Math.max(0, packets - (before.get(trackSid)?.packets ?? 0))
      received.lost += Math.max(0, lost - (before.get(trackSid)?.lost ?? 0))
    }
    before = new Map(counted.map((one) => [one.trackSid, one]))
    return { received, quality: QUALITIES[room.localParticipant.connectionQuality] ?? 'unknown' }
  }
}

function countAll({ localParticipant: me, remoteParticipants }: LineRoom): Promise<Counted[]> {
  return Promise.all([...remoteParticipants.values()].flatMap((person) => (
    [...person.trackPublications.values()].map((publication) => count(publication, isLostByThem(publication, person, me)))
  )))
}

async function count({ trackSid, track }: Publication, isTheirLine: boolean): Promise<Counted> {
  const report = await track?.getRTCStatsReport().catch(() => undefined)
  const entries = report ? [...report.values()].filter((entry) => entry.type === 'inbound-rtp') : []
  const sum = (name: 'packetsReceived' | 'packetsLost') => entries.reduce((total, entry) => total + (Number(entry[name]) || 0), 0)
  return { trackSid, isTheirLine, packets: sum('packetsReceived'), lost: sum('packetsLost') }
}

function isLostByThem({ kind }: Publication, { connectionQuality: theirs }: Person, { connectionQuality: mine }: Person): boolean {
  const worse = RANKS.indexOf(mine) - RANKS.indexOf(theirs)
  return RANKS.includes(theirs) && (worse > 0 || worse === 0 && kind === 'audio')
}
