import type { DeviceState, NetworkFinding, NetworkWay, Readiness } from '../meeting.ts'

export type CheckPart = 'camera' | 'microphone' | 'speaker' | 'network'

/** good: fast and direct. slow: direct, but the way is long. detour: works by TCP or a relay. blocked: no way at all. */
export type NetworkGrade = 'good' | 'slow' | 'detour' | 'blocked'

/** What is wrong, and what nobody has looked at yet. A device that its owner turned off is neither. */
export type Verdict = { faults: CheckPart[]; untested: CheckPart[] }

/** The ways in the order in which they are liked; `roundTripMs` is null for one that is closed. */
export type TriedWay = { way: Exclude<NetworkWay, 'blocked'>; isOpen: boolean; roundTripMs: number | null }

/** Above this two people begin to interrupt each other (ITU-T G.114: 150 ms one way), milliseconds there and back. */
const LONG_WAY_MS = 300

const WAYS = ['udp', 'tcp', 'turn'] as const

/** The best of the ways that are open. */
export function networkFinding(tried: readonly TriedWay[]): NetworkFinding {
  const best = WAYS.map((way) => tried.find((one) => one.way === way && one.isOpen)).find((one) => one !== undefined)
  return best ? { way: best.way, roundTripMs: best.roundTripMs } : { way: 'blocked', roundTripMs: null }
}

export function networkGrade({ way, roundTripMs }: NetworkFinding): NetworkGrade {
  if (way === 'blocked') return 'blocked'
  if (way !== 'udp') return 'detour'
  return roundTripMs !== null && roundTripMs > LONG_WAY_MS ? 'slow' : 'good'
}

/** A detour holds a meeting, so it is no fault. */
export function verdictOf({ camera, microphone, speaker, network }: Readiness): Verdict {
  const faults: CheckPart[] = []
  if (isFaulty(camera)) faults.push('camera')
  if (isFaulty(microphone)) faults.push('microphone')
  if (speaker === 'unheard') faults.push('speaker')
  if (network?.way === 'blocked') faults.push('network')
  const untested: CheckPart[] = []
  if (speaker === undefined) untested.push('speaker')
  if (network === undefined) untested.push('network')
  return { faults, untested }
}

function isFaulty(state: DeviceState): boolean {
  return state === 'denied' || state === 'missing' || state === 'busy'
}
