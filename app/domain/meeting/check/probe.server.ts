import { openProbeRoom, PROBE_LASTS_MS } from '#app/platform/livekit/probe.server.ts'
import { checkRateOf } from '#app/platform/rate-limit.server.ts'
import { probeRoomName } from './probe-room.ts'

/** Somebody whose network is troublesome tries again and again; a machine would go on. */
const PROBES_AN_HOUR = 30

export type OpenedProbe =
  | { kind: 'open'; token: string }
  | { kind: 'too-many'; retryAfterSeconds: number }
  | { kind: 'no-media-server' }

/**
 * A token with which one browser may try the ways to the media server for a minute.
 * @param askerId the seat, or the consultant, whose tries are counted. @param now epoch milliseconds.
 */
export async function openProbe(askerId: string, now: number): Promise<OpenedProbe> {
  const rate = await checkRateOf('probe', askerId, PROBES_AN_HOUR)
  if (!rate.isWithin) return { kind: 'too-many', retryAfterSeconds: rate.retryAfterSeconds }
  const opened = await openProbeRoom(probeRoomName(now + PROBE_LASTS_MS))
  return opened.ok ? { kind: 'open', token: opened.value } : { kind: 'no-media-server' }
}
