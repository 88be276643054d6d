import { ConnectionState, DisconnectReason, ParticipantEvent, RoomEvent } from 'livekit-client'
import { isUnderWay } from './call-state.ts'
import { dispatch, say, type Call } from './call.ts'
import type { LineControl } from './line/line.ts'
import { newsOfPeople } from './news.ts'
import { publishOwn } from './publish.ts'
import { arePeopleSame, peopleIn, type Person } from './people.ts'

/** Mending a socket alone leaves pictures running; only when it takes longer has the line broken. */
const MENDED_UNSEEN_MS = 1_500

/** What changes who is there, or how they are seen and heard. */
const PEOPLE_EVENTS = [
  RoomEvent.ParticipantConnected, RoomEvent.ParticipantDisconnected, RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackPublished, RoomEvent.TrackUnpublished, RoomEvent.TrackSubscribed, RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted, RoomEvent.TrackUnmuted, RoomEvent.ActiveSpeakersChanged, RoomEvent.TrackSubscriptionStatusChanged,
] as const

/** Turns LiveKit's events into those of the call. The answer stops listening. */
export function hearRoom(call: Call, line: LineControl): () => void {
  const { room } = call
  hearLine(call, line)
  hearPeople(call)
  room.on(RoomEvent.ParticipantPermissionsChanged, (_before, participant) => {
    if (participant.identity !== room.localParticipant.identity) return
    // The others wait for the picture, and drawing the room takes longer than asking to publish.
    if (room.localParticipant.permissions?.canPublish && isUnderWay(call.store.read().state)) publishOwn(room, call.media)
    // The line may be gone by then: a tab in the background has to wait for its timers.
    setTimeout(() => { if (room.state === ConnectionState.Connected) reportPermission(call) })
  })
  room.on(RoomEvent.AudioPlaybackStatusChanged, () => change(call, { isSoundBlocked: !room.canPlaybackAudio }))
  room.on(RoomEvent.MediaDevicesError, () => say(call, call.texts.news.deviceFault))
  room.localParticipant.on(ParticipantEvent.IsSpeakingChanged, (isSpeaking) => change(call, { isSpeaking }))
  return () => {
    room.removeAllListeners()
    void room.disconnect(false)
  }
}

function hearLine(call: Call, line: LineControl): void {
  let unseen: ReturnType<typeof setTimeout> | undefined
  const broken = () => dispatch(call, { kind: 'line-broken' })
  const mended = () => {
    clearTimeout(unseen)
    reportPermission(call)
  }
  call.room
    .on(RoomEvent.SignalReconnecting, () => { unseen = setTimeout(broken, MENDED_UNSEEN_MS) })
    .on(RoomEvent.Reconnecting, broken)
    .on(RoomEvent.Reconnected, mended)
    .on(RoomEvent.Disconnected, (reason) => {
      clearTimeout(unseen)
      dispatch(call, { kind: 'lost', isElsewhere: reason === DisconnectReason.DUPLICATE_IDENTITY })
      void line.mend()
    })
}

/** While the line is broken nobody is said to come or go: those who are still there after it are simply there. */
function hearPeople(call: Call): void {
  let known: Person[] = []
  const look = () => {
    const before = call.store.read().people
    const now = peopleIn(call.room)
    const people = arePeopleSame(before, now) ? before : now
    if (people !== before) change(call, { people })
    if (call.store.read().state.stage !== 'inside') return
    newsOfPeople(known, people, call.texts.news).forEach((text) => say(call, text))
    known = people
  }
  for (const event of PEOPLE_EVENTS) call.room.on(event, look)
  call.room.on(RoomEvent.Connected, () => { known = peopleIn(call.room) }).on(RoomEvent.Connected, look).on(RoomEvent.Reconnected, look)
}

function reportPermission(call: Call): void {
  dispatch(call, { kind: 'connected', mayTakePart: call.room.localParticipant.permissions?.canPublish ?? false })
}

function change(call: Call, part: Partial<ReturnType<Call['store']['read']>>): void {
  call.store.write({ ...call.store.read(), ...part })
}
