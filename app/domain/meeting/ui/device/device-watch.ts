import { listDevices, setDeviceOn, startMedia, type DeviceKind, type MediaDesk } from './local-media.ts'

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
    // Browsers that can't answer for a camera refuse the question; there, the button tries again.
    navigator.permissions?.query({ name }).then((permission) => permission.addEventListener('change', retry, { signal })).catch(() => null)
  }
  return () => watching.abort()
}

async function retryFailed(desk: MediaDesk): Promise<void> {
  if (!desk.store.read().hasStarted) return
  for (const kind of failedKinds(desk)) {
    if (desk.store.read()[kind].track) await setDeviceOn(desk, kind, true)
  }
  await startMedia(desk)
}

async function retryMissing(desk: MediaDesk): Promise<void> {
  const { camera, microphone } = desk.store.read()
  if ([camera.state, microphone.state].some((state) => state === 'missing' || state === 'busy')) await retryFailed(desk)
}

function failedKinds(desk: MediaDesk): DeviceKind[] {
  const media = desk.store.read()
  return (['camera', 'microphone'] as const).filter((kind) => media[kind].state !== 'ready' && media[kind].state !== 'off')
}
