import { ConnectionState, Room, RoomEvent } from 'livekit-client'
import { DAY_MS } from '#app/kernel/time.ts'
import { browserNow } from '#app/ui/clock.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { DOOR_OPENS_BEFORE_MS } from '../../meeting.ts'
import type { DoorView, RoomData, TokenAnswer } from '../../room-data.ts'
import { canHoldCalls } from '../device/device-fault.ts'
import { startMedia, stopMedia } from '../device/local-media.ts'
import type { MediaDesk } from '../device/own-media.ts'
import { devicesOf, reviveEnded } from '../device/revive.ts'
import { watchDevices } from '../device/device-watch.ts'
import { watchEffects } from '../effects/watch-effects.ts'
import { createRecordingDesk } from '../recording/recording-desk.ts'
import { watchRecording } from '../recording/watch-recording.ts'
import { createCallStore, dispatch, isSomebodyAtDoor, receiveDoor, say, type Call } from './call.ts'
import { isAdmitted, isUnderWay, type CallState } from './call-state.ts'
import { sendFirstLook } from './line/first-look.ts'
import { heedWishes } from './line/layer-wishes.ts'
import { offerOnlyWhatIsUsed } from './line/lean-offers.ts'
import { createLine, type LineControl } from './line/line.ts'
import { letLayersRest } from './line/paused-layers.ts'
import { keepCameraReady } from './line/ready-camera.ts'
import { keepOneShare, resumeShare } from './share/one-share.ts'
import { stopShare } from './share/own-share.ts'
import { watchStallsInside } from '../stall/start-watching.ts'
import { publishOwn } from './publish.ts'
import { nextRetryDelayInMs } from './line/retry-delay.ts'
import { hearRoom } from './room-events.ts'

/** How long an admitted guest waits for LiveKit's word before asking with a new token. */
const PERMISSION_WITHIN_MS = 2_000

/** After the media server's first word its answer is taken in; then the browser waits for round trips. */
const ANSWER_TAKEN_MS = 100
/** Should that word not come, the camera does. */
const CAMERA_WITHIN_MS = 1_500

export type CallData = Omit<RoomData<unknown, { room: Messages['room'] }>, 'agenda'>

export function createCall(data: CallData, media: MediaDesk): Call {
  const room = new Room({
    adaptiveStream: true,
    dynacast: true,
    // The tracks are the device check's: they outlive a connection and are published again on the next.
    stopLocalTrackOnUnpublish: false,
    disconnectOnPageLeave: false,
    reconnectPolicy: { nextRetryDelayInMs },
    publishDefaults: { videoCodec: 'vp8', simulcast: true, red: true, dtx: true },
    ...(media.store.read().choices.speakerId && { audioOutput: { deviceId: media.store.read().choices.speakerId ?? '' } }),
  })
  const { seat: { role, name, id: seatId }, links, messages: { room: texts } } = data
  const recording = createRecordingDesk(role === 'host' ? name : '')
  const store = createCallStore(data.door)
  const share = { tracks: [], isAsking: false, turn: 0, latestTurn: 0 }
  return { role, seatId, room, links, texts, media, recording, share, store, captions: null, onStage() {}, onDoubt() {}, onLine() {} }
}

/** Brings the call of a page to life, for as long as the page lives. Whoever was at the door or inside before a reload is so again. */
export function runCall(call: Call, data: CallData): void {
  const grant = broughtGrant(data)
  const line = createLine(call, grant)
  const watchJoining = createJoiningWatch(call)
  call.onStage = (before, after) => {
    enterStage(call, line, { before, after })
    if (after.stage === 'joining') void watchJoining()
  }
  call.onDoubt = () => void line.verify()
  if (canHoldCalls()) prepareConnections(call)
  hearRoom(call, line)
  heedWishes(call.room, () => isSomebodyAtDoor(call.store.read().door))
  sendFirstLook(call.room)
  // Whoever is inside connects at once, and needs no line that is warmed up.
  if (!grant && canHoldCalls()) void call.room.prepareConnection(new URL(data.livekit.url, location.href).href)
  begin(call, data.door, grant !== null)
  keepOneShare(call)
  watchDevices(call.media)
  publishWhatComes(call)
  watchRecording(call)
  watchEffects(call.media, (words) => say(call, call.texts.effects.news[words]))
  watchPage(call, line)
  openInTime(call, data)
  watchStallsInside(call)
}

function prepareConnections({ room, media }: Call): void {
  offerOnlyWhatIsUsed()
  letLayersRest()
  keepCameraReady(() => {
    const isOurs = room.state === ConnectionState.Connecting || room.state === ConnectionState.Reconnecting
    return isOurs ? media.store.read().camera.track?.mediaStreamTrack : undefined
  })
}

/** What the page brought for whoever is inside already, good until then by this browser's clock. */
function broughtGrant({ livekit: { grant, url }, door, serverNow }: CallData): TokenAnswer | null {
  return grant && { ...grant, expiresAt: browserNow() + grant.expiresAt - serverNow, url, door }
}

function begin(call: Call, door: DoorView, isInside: boolean): void {
  dispatch(call, { kind: 'door', view: door })
  if (call.store.read().state.stage !== 'checking' || door.closedReason || !canHoldCalls()) return
  if (door.me.door === 'waiting' || door.me.door === 'admitted') dispatch(call, { kind: 'knocked' })
  if (isInside) void startMediaLater(call)
  else void startMedia(call.media)
}

/** Whoever comes back waits for the others' picture: the own camera, which is sent after it, starts in the pauses of the line. */
async function startMediaLater({ room, media, store }: Call): Promise<void> {
  await Promise.race([
    new Promise<void>((resolve) => { room.once(RoomEvent.SignalConnected, () => setTimeout(resolve, ANSWER_TAKEN_MS)) }),
    new Promise<void>((resolve) => { setTimeout(resolve, CAMERA_WITHIN_MS) }),
  ])
  // Whoever has left again meanwhile is not filmed.
  if (isUnderWay(store.read().state)) await startMedia(media)
}

function enterStage(call: Call, line: LineControl, { before, after }: { before: CallState; after: CallState }): void {
  if (isUnderWay(after)) void line.mend()
  else void call.room.disconnect(false)
  if (!isUnderWay(after) && after.stage !== 'checking') stopMedia(call.media)
  if (!isAdmitted(after)) stopShare(call)
  if (before.stage === 'left' || before.stage === 'elsewhere' || before.stage === 'removed') void startMedia(call.media)
  if ((before.stage === 'waiting' || before.stage === 'removed') && isAdmitted(after)) say(call, call.texts.news.admitted)
  if (after.stage === 'interrupted') say(call, call.texts.news.broken)
  if (after.stage !== 'inside') return
  publishOwn(call.room, call.media)
  if (before.stage === 'interrupted') say(call, call.texts.news.mended)
  void resumeShare(call)
}

/** The app has said admitted; should LiveKit's word be lost, a new token carries it. */
function createJoiningWatch(call: Call): () => Promise<void> {
  let isWatching = false
  const isJoining = () => call.store.read().state.stage === 'joining'
  return async () => {
    if (isWatching) return
    isWatching = true
    while (isJoining()) {
      await new Promise((resolve) => setTimeout(resolve, PERMISSION_WITHIN_MS))
      if (isJoining() && call.room.state === ConnectionState.Connected) await call.room.disconnect(false)
    }
    isWatching = false
  }
}

/** The door opens by the clock, and no message tells it: the page counts down itself. */
function openInTime(call: Call, { door, meeting, serverNow }: CallData): () => void {
  const opensInMs = meeting.startsAt - DOOR_OPENS_BEFORE_MS - serverNow
  if (door.closedReason !== 'too-early' || opensInMs > DAY_MS) return () => {}
  const timer = setTimeout(() => receiveDoor(call, { ...call.store.read().door, closedReason: null }), Math.max(0, opensInMs))
  return () => clearTimeout(timer)
}

/** A camera that is turned on inside, or was slow to start, is published when it is there. */
function publishWhatComes(call: Call): () => void {
  return call.media.store.watch(() => {
    if (call.store.read().state.stage === 'inside') publishOwn(call.room, call.media)
  })
}

/** What makes it worth asking for a token again: a media server, being let in, being the device that the seat is bound to. */
function prospectOf({ livekit, me }: DoorView): string {
  return `${livekit.state === 'ready'} ${me.door} ${me.other === undefined}`
}

/** A page that is left lets the room know at once; one that wakes up, or has reason to hope, tries at once. */
function watchPage(call: Call, line: LineControl): () => void {
  const watching = new AbortController()
  const { signal } = watching
  window.addEventListener('pagehide', line.rest, { signal })
  window.addEventListener('pageshow', line.wake, { signal })
  window.addEventListener('online', line.hurry, { signal })
  document.addEventListener('resume', line.wake, { signal })
  const returned = () => {
    if (document.visibilityState !== 'visible') return
    line.hurry()
    void reviveEnded(call.media.ended, devicesOf(call.media))
  }
  document.addEventListener('visibilitychange', returned, { signal })
  document.addEventListener('resume', returned, { signal })
  let known = call.store.read().door
  const unwatch = call.store.watch(() => {
    const { door } = call.store.read()
    if (door.livekit.state === 'ready' && known.livekit.state !== 'ready') line.beginAnew()
    else if (prospectOf(door) !== prospectOf(known)) line.hurry()
    known = door
  })
  return () => {
    watching.abort()
    unwatch()
  }
}
