import { hasBeenGiven, type DeviceSight } from './help/given-leave.ts'
import { listDevices, restartDevice, startMedia } from './local-media.ts'
import type { DeviceKind, MediaDesk } from './own-media.ts'

const LOOK_EVERY_MS = 1_500

/**
 * Notices by itself when a refused permission is given after all, or a missing device is plugged in, and starts it.
 * The answer stops the watching.
 */
export function watchDevices(desk: MediaDesk): () => void {
  const watching = new AbortController()
  const { signal } = watching
  const retry = () => void retryFailed(desk)
  navigator.mediaDevices?.addEventListener('devicechange', () => void listDevices(desk).then(() => retryMissing(desk)), { signal })
  for (const name of ['camera', 'microphone'] as const) {
    // Browsers that can't answer for a camera refuse the question; there, looking now and then has to do.
    navigator.permissions?.query({ name }).then((permission) => permission.addEventListener('change', retry, { signal })).catch(() => null)
  }
  const looks = createLooks(desk)
  const timer = setInterval(() => void looks(), LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
    watching.abort()
  }
}

/** Firefox and Safari tell of no change, so it is looked whether what was refused has been given; asking again would bother the person. */
function createLooks(desk: MediaDesk): () => Promise<void> {
  const before = new Map<DeviceKind, DeviceSight>()
  return async () => {
    const refused = failedKinds(desk).filter((kind) => desk.store.read()[kind].state === 'denied')
    if (refused.length === 0) return before.clear()
    for (const kind of refused) {
      const now = await lookAt(kind)
      // Somebody quick has put it right before the first look: what is named then was given since.
      const then = before.get(kind) ?? { ...now, isNamed: false }
      before.set(kind, now)
      if (hasBeenGiven(then, now)) return retryFailed(desk)
    }
  }
}

async function lookAt(kind: DeviceKind): Promise<DeviceSight> {
  const permission = await navigator.permissions?.query({ name: kind }).catch(() => null)
  const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => [])
  const wanted = kind === 'camera' ? 'videoinput' : 'audioinput'
  return { permission: permission?.state ?? null, isNamed: (devices ?? []).some((device) => device.kind === wanted && device.label !== '') }
}

async function retryFailed(desk: MediaDesk): Promise<void> {
  for (const kind of failedKinds(desk)) {
    if (desk.store.read()[kind].track) await restartDevice(desk, kind)
  }
  // Whoever has left meanwhile wants nothing started.
  if (desk.store.read().hasStarted) await startMedia(desk)
}

async function retryMissing(desk: MediaDesk): Promise<void> {
  const { camera, microphone } = desk.store.read()
  if ([camera.state, microphone.state].some((state) => state === 'missing' || state === 'busy')) await retryFailed(desk)
}

function failedKinds(desk: MediaDesk): DeviceKind[] {
  const media = desk.store.read()
  return (['camera', 'microphone'] as const).filter((kind) => media[kind].state !== 'ready' && media[kind].state !== 'off')
}
