import type { LocalTrack, Room } from 'livekit-client'
import { createStore, type Store } from '#app/ui/island/store.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { LineAnswer, LineNote } from '../../line/line.ts'
import type { SeatRole } from '../../meeting.ts'
import type { DoorRefusal } from '../../door/refusal.ts'
import type { DoorRequest, DoorView, RoomLinks } from '../../room-data.ts'
import { setDeviceOn } from '../device/local-media.ts'
import type { DeviceKind, MediaDesk } from '../device/own-media.ts'
import type { RecordingDesk } from '../recording/recording-desk.ts'
import type { CaptionSource } from '../stage/captions/caption-lines.ts'
import { AT_THE_DOOR, isUnderWay, nextCallState, type CallEvent, type CallState } from './call-state.ts'
import type { Stall } from '../stall/stall.ts'
import { newsOfControl } from '../control/control-news.ts'
import { newsOfDoor, newsOfNext, withNews, type News } from './news.ts'
import type { Person } from './people.ts'
import { wakeCamera } from './publish.ts'
import { askDoor, sendLeave } from './requests.ts'

/** All that the pages show of a call. */
export type CallView = {
  state: CallState
  door: DoorView
  people: Person[]
  isSharing: boolean
  isSpeaking: boolean
  /** The browser waits for a click before it plays sound. */
  isSoundBlocked: boolean
  /** What stands still and why; empty while all is well. */
  stalls: Stall[]
  /** Where the guests can be rung; for the host alone. */
  numbers: LineAnswer['numbers']
  /** The last things to say in words, the newest at the end. */
  news: readonly News[]
}

/** What the browser captures of the own screen. It outlives a line, as camera and microphone do, and is published again on the next. */
export type OwnShare = {
  /** The picture first, and its sound if there is any; empty while nothing is shared. */
  tracks: readonly LocalTrack[]
  /** The browser's picker is open. */
  isAsking: boolean
  /** The turn that it was taken in. A line that was made anew doesn't make it later than what somebody began meanwhile. */
  turn: number
  /** The latest turn that was seen in this call, the own and those that are over among them. */
  latestTurn: number
}

/** One person's call in one tab. `store` is what is shown; everything else is what makes it so. */
export type Call = {
  role: SeatRole
  /** The own seat. */
  seatId: string
  room: Room
  links: RoomLinks
  texts: Messages['room']
  media: MediaDesk
  recording: RecordingDesk
  share: OwnShare
  store: Store<CallView>
  /** What is said, in writing; null while nobody writes it. */
  captions: CaptionSource | null
  /** What happens on the way from one stage to the next; set by `run-call`. */
  onStage(before: CallState, after: CallState): void
  /** The door says that this seat is outside; set by `run-call`. */
  onDoubt(): void
  /** Somebody else's browser tells how their media go; set by the watch for stalls. */
  onLine(note: LineNote): void
}

export function createCallStore(door: DoorView): Store<CallView> {
  return createStore<CallView>({
    state: AT_THE_DOOR, door, people: [], isSharing: false, isSpeaking: false, isSoundBlocked: false, stalls: [], numbers: [],
    news: [],
  })
}

export function dispatch(call: Call, event: CallEvent): void {
  const before = call.store.read()
  const state = nextCallState(before.state, event)
  if (state === before.state) return
  call.store.write({ ...before, state })
  if (state.stage !== before.state.stage) call.onStage(before.state, state)
}

/** Takes in the door as the app tells it, from whichever way it came; the same word twice draws nothing anew. */
export function receiveDoor(call: Call, view: DoorView): void {
  const before = call.store.read()
  if (JSON.stringify(view) !== JSON.stringify(before.door)) call.store.write({ ...before, door: view })
  newsOfControl(before.door, view, call).forEach((text) => say(call, text))
  newsOfNext(before.door, view, { role: call.role, texts: call.texts.nextMeeting }).forEach((text) => say(call, text))
  if (call.role === 'host') seeWhoWaits(call, before.door, view)
  dispatch(call, { kind: 'door', view })
  const { state } = call.store.read()
  // A view that was on its way while the guest knocked says the same, so the app is asked before it is believed.
  if (view.me.door === 'away' && isUnderWay(state) && state.stage !== 'knocking') call.onDoubt()
}

function seeWhoWaits(call: Call, before: DoorView, now: DoorView): void {
  newsOfDoor(before, now, call.texts).forEach((text) => say(call, text))
  if (isSomebodyAtDoor(now)) wakeCamera(call.room)
}

/** Does anybody wait to be let in? */
export function isSomebodyAtDoor({ guests }: DoorView): boolean {
  return guests.some(({ door }) => door === 'waiting')
}

/** Puts a sentence where it is read out and shown for a moment. */
export function say(call: Call, text: string): void {
  const view = call.store.read()
  call.store.write({ ...view, news: withNews(view.news, text) })
}

/** The click that starts it all; it is also the gesture that lets the browser play sound. */
export function knock(call: Call): void {
  call.room.startAudio().catch(() => null)
  dispatch(call, { kind: 'knocked' })
}

export function leave(call: Call): void {
  if (isUnderWay(call.store.read().state)) sendLeave(call.links.door)
  dispatch(call, { kind: 'left' })
}

/** What host and guests ask for at the door. The reason is null when it went through. */
export async function askAtDoor(call: Call, request: DoorRequest): Promise<DoorRefusal | 'unreachable' | null> {
  const asked = await askDoor(call.links.door, request)
  if (asked.ok) receiveDoor(call, asked.value)
  return asked.ok ? null : asked.reason
}

/** @returns whether it went through. */
export async function endForAll(call: Call): Promise<boolean> {
  return await askAtDoor(call, { intent: 'end' }) === null
}

/** Turns the person's own camera or microphone on or off, and says so. It is their choice, unless `set` says otherwise. */
export async function switchDevice(call: Call, kind: DeviceKind, isOn: boolean, set = setDeviceOn): Promise<void> {
  await set(call.media, kind, isOn)
  const { news } = call.texts
  const isOnNow = call.media.store.read()[kind].state === 'ready'
  if (isOnNow !== isOn) return say(call, news.deviceFault)
  if (kind === 'camera') return say(call, isOn ? news.cameraOn : news.cameraOff)
  say(call, isOn ? news.youUnmuted : news.youMuted)
}
