import { Room, RoomEvent } from 'livekit-client'
import type { TriedWay } from '../../../../check/verdict.ts'
import type { ProbeAnswer } from '../../../../room-data.ts'

type Reached = { protocol: string; isRelayed: boolean; roundTripMs: number | null }

/** Whoever has to wait longer has no call that is worth it. */
const WAY_LIMIT_MS = 8_000
/** The first answers are late while everything starts; a few more tell the usual time. */
const MEASURE_MS = 400

/**
 * Tries the three ways to the media server, one after the other so that none slows the next, and tells of each at once.
 * The direct way takes UDP where it is open, so what it took says whether UDP is; then a connection is made that may go
 * by a relay alone. TCP comes last: the server is asked for it, and remembers that for whoever asked.
 */
export async function probeNetwork(probe: ProbeAnswer, onTried: (tried: TriedWay) => void): Promise<void> {
  const direct = await reach(probe, {})
  onTried(triedAs('udp', direct, (found) => found.protocol === 'udp' && !found.isRelayed))
  onTried(triedAs('turn', await reach(probe, { iceTransportPolicy: 'relay' }), (found) => found.isRelayed))
  const isTcpAlready = direct?.protocol === 'tcp' && !direct.isRelayed
  const overTcp = direct && !isTcpAlready ? await reach(probe, {}, switchToTcp) : direct
  onTried(triedAs('tcp', overTcp, (found) => found.protocol === 'tcp' && !found.isRelayed))
}

function triedAs(way: TriedWay['way'], found: Reached | null, isThatWay: (found: Reached) => boolean): TriedWay {
  return found && isThatWay(found) ? { way, isOpen: true, roundTripMs: found.roundTripMs } : { way, isOpen: false, roundTripMs: null }
}

async function reach(
  { url, token }: ProbeAnswer, rtcConfig: RTCConfiguration, meanwhile?: (room: Room) => Promise<void>,
): Promise<Reached | null> {
  const room = new Room()
  try {
    await withinLimit(connect(room, { url: new URL(url, location.href).href, token, rtcConfig }).then(() => meanwhile?.(room)))
    await pause(MEASURE_MS)
    return await readReached(room)
  } catch {
    return null
  } finally {
    await room.disconnect()
  }
}

function connect(room: Room, { url, token, rtcConfig }: Pick<ProbeAnswer, 'url' | 'token'> & { rtcConfig: RTCConfiguration }): Promise<void> {
  return room.connect(url, token, {
    rtcConfig, autoSubscribe: false, maxRetries: 0, websocketTimeout: WAY_LIMIT_MS / 2, peerConnectionTimeout: WAY_LIMIT_MS,
  })
}

async function switchToTcp(room: Room): Promise<void> {
  const switched = new Promise<void>((resolve) => room.once(RoomEvent.Reconnected, () => resolve()))
  await room.simulateScenario('force-tcp')
  await switched
}

/** The pair of addresses that carries something: before one is chosen, several may be open. */
async function readReached(room: Room): Promise<Reached | null> {
  const { publisher, subscriber } = room.engine.pcManager ?? {}
  const reports = new Map<string, Record<string, unknown>>()
  for (const stats of [await publisher?.getStats(), await subscriber?.getStats()]) {
    stats?.forEach((report: { id: string }) => reports.set(report.id, { ...report }))
  }
  const pairs = [...reports.values()].filter((report) => report.type === 'candidate-pair' && report.nominated === true)
  const [used] = pairs.sort((one, other) => Number(other.bytesSent) - Number(one.bytesSent))
  const own = used && reports.get(String(used.localCandidateId))
  return used && own ? { protocol: String(own.protocol), isRelayed: isRelay(own), roundTripMs: roundTripOf(used) } : null
}

/** Chromium calls the far end of a relay that it found by itself `prflx`, and names the protocol to the relay all the same. */
function isRelay({ candidateType, relayProtocol }: Record<string, unknown>): boolean {
  return candidateType === 'relay' || (typeof relayProtocol === 'string' && relayProtocol !== '')
}

function roundTripOf(pair: Record<string, unknown>): number | null {
  const [total, answers, latest] = [Number(pair.totalRoundTripTime), Number(pair.responsesReceived), Number(pair.currentRoundTripTime)]
  const seconds = answers > 0 && total > 0 ? total / answers : latest
  return Number.isFinite(seconds) ? Math.round(seconds * 1_000) : null
}

async function withinLimit(work: Promise<unknown>): Promise<void> {
  const isLate = pause(WAY_LIMIT_MS).then(() => { throw new Error('too slow') })
  await Promise.race([work, isLate])
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
