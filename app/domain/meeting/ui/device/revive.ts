import { restartDevice } from './local-media.ts'
import type { DeviceKind, MediaDesk } from './own-media.ts'

/** What starting again needs of a person's devices. */
export type Devices = {
  /** The person is here and wants it on: what they turned off, or was muted for them, stays as it is. */
  isWanted(kind: DeviceKind): boolean
  isAlive(kind: DeviceKind): boolean
  restart(kind: DeviceKind): Promise<void>
}

/**
 * Starts again what ended by itself, as when a phone is locked or rings: a hidden page gets no device, so it is tried each
 * time that the page is seen again. What is alive, or no longer wanted, is forgotten.
 */
export async function reviveEnded(ended: Set<DeviceKind>, { isWanted, isAlive, restart }: Devices): Promise<void> {
  for (const kind of [...ended]) {
    ended.delete(kind)
    if (!isWanted(kind) || isAlive(kind)) continue
    await restart(kind)
    if (!isAlive(kind)) ended.add(kind)
  }
}

export function devicesOf(desk: MediaDesk): Devices {
  return {
    isWanted(kind) {
      const { hasStarted, choices } = desk.store.read()
      return hasStarted && choices[kind].isOn
    },
    isAlive(kind) {
      const { state, track } = desk.store.read()[kind]
      return state === 'ready' && track?.mediaStreamTrack.readyState === 'live'
    },
    restart: (kind) => restartDevice(desk, kind),
  }
}
