import { createLocalTracks, TrackEvent, VideoPresets } from 'livekit-client'
import { soundConstraints } from '../effects/sound.ts'
import { deviceStateOf } from './device-fault.ts'
import { changeMedia, chooseForGood, chooseForNow } from './media-desk.ts'
import type { DeviceKind, MediaDesk, OwnDevice, OwnTrack } from './own-media.ts'
import type { DeviceChoice, DeviceChoices } from './remembered.ts'

const KINDS = ['camera', 'microphone'] as const

/** Starts what is wanted and not running yet: one question from the browser for both when both are wanted. */
export async function startMedia(desk: MediaDesk): Promise<void> {
  changeMedia(desk, { hasStarted: true })
  const { choices, isAsking } = desk.store.read()
  if (isAsking) return
  const wanted = KINDS.filter((kind) => choices[kind].isOn && desk.store.read()[kind].track === null)
  if (wanted.length === 0) return listDevices(desk)
  changeMedia(desk, { isAsking: true })
  await acquire(desk, wanted)
  changeMedia(desk, { isAsking: false })
  await listDevices(desk)
}

/** Turns a device on or off, at the door and in the room alike. It is the person's choice, also for the next meeting. */
export async function setDeviceOn(desk: MediaDesk, kind: DeviceKind, isOn: boolean): Promise<void> {
  chooseForGood(desk, withChoice(kind, { isOn }))
  await turn(desk, kind, isOn)
}

/** The same for now alone, as when a host mutes: the next meeting begins as the person chose. */
export async function setDeviceForNow(desk: MediaDesk, kind: DeviceKind, isOn: boolean): Promise<void> {
  chooseForNow(desk, withChoice(kind, { isOn }))
  await turn(desk, kind, isOn)
}

/** Starts again what failed or ended by itself; nothing once media is stopped. */
export async function restartDevice(desk: MediaDesk, kind: DeviceKind): Promise<void> {
  const { hasStarted, [kind]: { track } } = desk.store.read()
  if (hasStarted) await (track ? turn(desk, kind, true) : startMedia(desk))
}

export async function chooseDevice(desk: MediaDesk, kind: DeviceKind, deviceId: string): Promise<void> {
  chooseForGood(desk, withChoice(kind, { deviceId }))
  const { track } = desk.store.read()[kind]
  if (!track) return
  try {
    await track.setDeviceId({ exact: deviceId })
    tell(desk, kind, { state: track.isMuted ? 'off' : 'ready', track })
  } catch (error) {
    tell(desk, kind, { state: deviceStateOf(error), track })
  }
}

export function chooseSpeaker(desk: MediaDesk, speakerId: string): void {
  chooseForGood(desk, (choices) => ({ ...choices, speakerId }))
}

/** Lets go of camera and microphone, so that their lights go out. What was chosen stays remembered. */
export function stopMedia(desk: MediaDesk): void {
  for (const kind of KINDS) {
    desk.store.read()[kind].track?.stop()
    setDevice(desk, kind, { state: 'off', track: null })
  }
  desk.ended.clear()
  changeMedia(desk, { hasStarted: false })
}

/** Names of devices are known only after leave was given. */
export async function listDevices(desk: MediaDesk): Promise<void> {
  const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => [])
  changeMedia(desk, { devices: (devices ?? []).filter((device) => device.deviceId !== '') })
}

async function turn(desk: MediaDesk, kind: DeviceKind, isOn: boolean): Promise<void> {
  const { track } = desk.store.read()[kind]
  if (!track) return isOn ? startMedia(desk) : setDevice(desk, kind, { state: 'off', track: null })
  try {
    await (isOn ? track.unmute() : track.mute())
    tell(desk, kind, { state: isOn ? 'ready' : 'off', track })
  } catch (error) {
    tell(desk, kind, { state: deviceStateOf(error), track })
  }
}

async function acquire(desk: MediaDesk, kinds: readonly DeviceKind[]): Promise<void> {
  const { choices } = desk.store.read()
  const wish = (kind: DeviceKind) => (choices[kind].deviceId ? { deviceId: { ideal: choices[kind].deviceId } } : {})
  try {
    const tracks = await createLocalTracks({
      audio: kinds.includes('microphone') && { ...wish('microphone'), ...soundConstraints(choices.isNoiseReduced) },
      video: kinds.includes('camera') && { ...wish('camera'), resolution: VideoPresets.h720.resolution },
    })
    for (const track of tracks) await adopt(desk, track)
  } catch (error) {
    await acquireApart(desk, kinds, error)
  }
}

/** One device that fails must not cost the other, but a person who said no is not asked twice. */
async function acquireApart(desk: MediaDesk, kinds: readonly DeviceKind[], error: unknown): Promise<void> {
  const isRefusal = deviceStateOf(error) === 'denied'
  for (const kind of kinds) {
    if (!desk.store.read().hasStarted) return
    const mayTry = kinds.length > 1 && (!isRefusal || (await isGranted(kind)))
    if (mayTry) await acquire(desk, [kind])
    else setDevice(desk, kind, { state: deviceStateOf(error), track: null })
  }
}

async function isGranted(kind: DeviceKind): Promise<boolean> {
  const permission = await navigator.permissions?.query({ name: kind }).catch(() => null)
  return permission?.state === 'granted'
}

/** The browser may have asked for long: whoever has left meanwhile wants neither. */
async function adopt(desk: MediaDesk, track: { kind: string } & object): Promise<void> {
  if (!isOwnTrack(track)) return
  if (!desk.store.read().hasStarted) return track.stop()
  const kind = track.kind === 'video' ? 'camera' : 'microphone'
  // The door's meter hears silence; LiveKit would listen once more while publishing, 50 ms before the first picture.
  if ('checkForSilence' in track) track.checkForSilence = () => Promise.resolve(false)
  desk.ended.delete(kind)
  setDevice(desk, kind, { state: 'ready', track })
  const isOn = () => tell(desk, kind, { state: 'ready', track })
  const isOff = () => tell(desk, kind, { state: 'off', track })
  track.on(TrackEvent.Unmuted, isOn).on(TrackEvent.Muted, isOff).on(TrackEvent.Restarted, isOn)
  track.on(TrackEvent.Ended, () => void hearEnd(desk, kind, track))
  if (!desk.store.read().choices[kind].isOn) await track.mute()
}

async function hearEnd(desk: MediaDesk, kind: DeviceKind, track: OwnTrack): Promise<void> {
  if (desk.store.read()[kind].track !== track) return
  desk.ended.add(kind)
  await reviveLater(desk, kind)
}

/** LiveKit's client revives what is published; a track that stays dead was pulled out, or never published. */
async function reviveLater(desk: MediaDesk, kind: DeviceKind): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  const { track, state } = desk.store.read()[kind]
  if (!track || state === 'off' || track.mediaStreamTrack.readyState === 'live') return
  track.stop()
  setDevice(desk, kind, { state: 'missing', track: null })
  await startMedia(desk)
}

function isOwnTrack(track: object): track is OwnTrack {
  return 'setDeviceId' in track && 'mute' in track && 'restartTrack' in track
}

function withChoice(kind: DeviceKind, choice: Partial<DeviceChoice>): (before: DeviceChoices) => DeviceChoices {
  return (before) => ({ ...before, [kind]: { ...before[kind], ...choice } })
}

function setDevice(desk: MediaDesk, kind: DeviceKind, device: OwnDevice): void {
  changeMedia(desk, { [kind]: device })
}

/** What a track has come to, unless it was let go of meanwhile. */
function tell(desk: MediaDesk, kind: DeviceKind, device: OwnDevice): void {
  if (desk.store.read()[kind].track === device.track) setDevice(desk, kind, device)
}
