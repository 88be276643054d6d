import { setDeviceOn, startMedia, type MediaDesk } from './local-media.ts'

/**
 * Starts again what ended by itself, as when a phone is locked or rings: a hidden page gets no device, so it is tried when
 * the page is seen again. What the person turned off, or was muted for them, stays as it is.
 */
export async function reviveEnded(desk: MediaDesk): Promise<void> {
  for (const kind of [...desk.ended]) {
    const { choices, [kind]: device } = desk.store.read()
    desk.ended.delete(kind)
    if (!choices[kind].isOn || isAlive(device)) continue
    await (device.track ? setDeviceOn(desk, kind, true) : startMedia(desk))
    if (!isAlive(desk.store.read()[kind])) desk.ended.add(kind)
  }
}

function isAlive({ state, track }: { state: string; track: { mediaStreamTrack: MediaStreamTrack } | null }): boolean {
  return state === 'ready' && track?.mediaStreamTrack.readyState === 'live'
}
