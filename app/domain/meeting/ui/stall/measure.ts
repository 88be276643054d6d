import { ConnectionState, Track, type LocalTrack, type RemoteParticipant, type RemoteTrackPublication, type Room } from 'livekit-client'
import type { Incoming, Sample } from './stall.ts'

type Measured = Pick<Sample, 'people' | 'sent' | 'reportedAt' | 'reportedAgoMs'> & { isSignalUp: boolean }

/** What of these is there depends on the browser (W3C webrtc-stats). */
type Stat = { type: string; kind?: string; framesReceived?: number; packetsReceived?: number; packetsSent?: number; timestamp: number }

/** Counts what comes and goes at this moment, from the browser's own statistics. */
export async function measure(room: Room): Promise<Measured> {
  const people = await Promise.all([...room.remoteParticipants.values()].map(countIncoming))
  const reports = await Promise.all(ownTracks(room).map(readStats))
  const outgoing = reports.flatMap((stats) => stats.filter(({ type }) => type === 'outbound-rtp'))
  const sent = outgoing.map(({ packetsSent }) => packetsSent ?? 0)
  const told = reports.flatMap((stats) => stats.flatMap(({ type, timestamp }) => (type === 'remote-inbound-rtp' ? [timestamp] : [])))
  const reportedAt = told.length > 0 ? Math.max(...told) : null
  return {
    people,
    sent: sent.length > 0 ? sent.reduce((sum, count) => sum + count, 0) : null,
    reportedAt,
    // Both by the clock of the statistics, which is none of ours.
    reportedAgoMs: reportedAt === null ? 0 : Math.max(0, ...outgoing.map(({ timestamp }) => timestamp - reportedAt)),
    isSignalUp: room.state === ConnectionState.Connected,
  }
}

async function countIncoming(participant: RemoteParticipant): Promise<Incoming> {
  const [camera, microphone] = [Track.Source.Camera, Track.Source.Microphone].map((source) => participant.getTrackPublication(source))
  const [picture, sound] = await Promise.all([countOf(camera), countOf(microphone)])
  return { id: participant.identity, name: participant.name || '', picture, sound }
}

/** Null for what is off, hidden here, or paused by the server for a thin line: it may stand still. */
async function countOf(publication: RemoteTrackPublication | undefined): Promise<number | null> {
  const track = publication?.track
  if (!publication || !track || publication.isMuted || !publication.isEnabled) return null
  if (track.streamState === Track.StreamState.Paused) return null
  const stats = (await readStats(track)).filter(({ type }) => type === 'inbound-rtp')
  const isPicture = track.kind === Track.Kind.Video
  const counts = stats.map(({ framesReceived, packetsReceived }) => (isPicture ? framesReceived : null) ?? packetsReceived ?? 0)
  return counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) : null
}

function ownTracks({ localParticipant }: Room): LocalTrack[] {
  return [Track.Source.Camera, Track.Source.Microphone].flatMap((source) => {
    const publication = localParticipant.getTrackPublication(source)
    return publication?.track && !publication.isMuted ? [publication.track] : []
  })
}

/** A track that is just being replaced has no statistics. */
async function readStats(track: { getRTCStatsReport(): Promise<RTCStatsReport | undefined> }): Promise<Stat[]> {
  const report = await track.getRTCStatsReport().catch(() => undefined)
  const stats: Stat[] = []
  report?.forEach((stat: Stat) => stats.push(stat))
  return stats
}
