import type { ReactElement } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import type { CallView } from '../call/call.ts'
import type { LocalMedia } from '../device/own-media.ts'
import type { RecordingActions } from '../recording/recording-actions.ts'
import type { CallActions } from '../stage/call-actions.ts'
import type { StageActions } from '../stage/choices/stage-actions.ts'
import type { StageView } from '../stage/choices/stage-desk.ts'
import { CallDialogs } from '../stage/controls/dialogs/call-dialogs.tsx'
import { InCall } from '../stage/in-call.tsx'
import { ASKED, KEPT, NOTHING_RECORDED } from './recording.ts'
import { NOTHING_SHOWN, type Showing } from '../stage/showing.ts'
import { NOT_SAVING } from '../stage/saving/saving.ts'
import { AMINA, CLAIRE, METTE, NEVER_SHOWN, SOREN, THOMAS } from './cast.ts'
import { CHECKED_GUEST, DOOR, LATE_GUEST, MEDIA, NARROW_GUEST, OFF, READY, sceneFor, WAITING_GUEST } from './scene.ts'
import type { CallStill, StillGiven } from './call-still.ts'
import { STAGE_STILLS } from './stage-stills.ts'

/** The place of the call in one of its states; no picture plays, so everybody is a name. */
export function drawCall(still: CallStill, locale: Locale, showing: Showing = NOTHING_SHOWN): ReactElement {
  const { role, view, media, stage, captions, dialog, shown, unread, recorded } = still
  const nothing = () => {}
  const scene = sceneFor(role, locale)
  const shared = {
    scene, view, media, dialog, stage: { view: stage, actions: STILL_STAGE, isTroubleLong: still.isTroubleLong },
    recording: { isAble: true, actions: UNHEARD }, actions: STILL,
  }
  return (
    <div className="room-main call">
      <InCall {...shared} {...{ captions, recorded, showing }} side={{ shown, unread, onToggle: nothing }} onDialog={nothing} />
      <CallDialogs {...shared} browser="chromium" onTakeShare={nothing} onClose={nothing} />
      {showing.dialogs(dialog, nothing)}
    </div>
  )
}

const STILL_STAGE: StageActions = {
  chooseLayout() {}, hideSelf() {}, pin() {}, setKeys() {}, save() {}, takeDevice() {}, dismissDeviceNews() {}, switchPip() {},
}

const AS_EVER: StageView = {
  layout: 'automatic', isSelfHidden: false, hasKeys: true, suggestedLayout: null, suggestedBy: null, pinned: null, saving: NOT_SAVING,
  deviceNews: null, pip: null,
}

const STILL: CallActions = {
  start() {}, switchDevice() {}, chooseDevice() {}, chooseSpeaker() {}, chooseBackground() {}, chooseNoise() {},
  startSound() {}, switchShare() {}, leave() {},
  askDoor: () => Promise.resolve(true), endForAll: () => Promise.resolve(true),
}

const UNHEARD: RecordingActions = { ask() {}, answer() {}, takeBack() {}, start() {}, stop() {}, save() {}, remove() {} }

const INSIDE: CallView = {
  state: { stage: 'inside', refusal: null, isTroubled: false },
  door: { ...DOOR, meetingState: 'live', me: { door: 'admitted' }, isHostPresent: true, guests: [{ ...WAITING_GUEST, door: 'admitted' }] },
  people: [], isSharing: false, isSpeaking: false, isSoundBlocked: false, stalls: [], numbers: [], news: [],
}

const ON: LocalMedia = { ...MEDIA, camera: READY, microphone: READY }
const DENIED: LocalMedia = {
  ...ON, camera: { state: 'denied', track: null },
  devices: [device('videoinput', 'FaceTime HD-kamera'), device('audioinput', 'Jabra Evolve2 65'), device('audiooutput', 'Jabra Evolve2 65')],
}
const GIVEN: Record<string, StillGiven> = {
  'pair': { view: { people: [{ ...SOREN, isSpeaking: true }] } },
  'pair-guest': { role: 'guest', view: { people: [METTE] } },
  'wide': { view: { people: [SOREN] }, shown: null, unread: 3 },
  'unread': { view: { people: [SOREN] }, unread: 2 },
  'alone': {},
  'joining': { role: 'guest', view: { state: stage('joining') } },
  'coming-back': { role: 'guest', view: { state: stage('knocking') } },
  'guest-waits': { view: { door: { ...INSIDE.door, guests: [WAITING_GUEST] } } },
  'guest-checked': { view: { door: { ...INSIDE.door, guests: [CHECKED_GUEST] } } },
  'guest-narrow': { view: { door: { ...INSIDE.door, guests: [NARROW_GUEST] } } },
  'guest-late': { view: { door: { ...INSIDE.door, guests: [LATE_GUEST] } } },
  'second-guest-waits': { view: { people: [AMINA], door: { ...INSIDE.door, guests: [WAITING_GUEST] } } },
  'several-wait': { view: { people: [CLAIRE], door: { ...INSIDE.door, guests: [WAITING_GUEST, { ...WAITING_GUEST, seatId: 'two', name: AMINA.name }] } } },
  'device-waits': { view: { people: [SOREN], door: { ...INSIDE.door, devices: [{ ...WAITING_GUEST, deviceId: 'phone' }] } } },
  'turned-away': { view: { people: [SOREN], door: { ...INSIDE.door, guests: [{ ...WAITING_GUEST, door: 'removed' }] } } },
  'muted': { media: { ...ON, microphone: OFF, camera: OFF }, view: { people: [{ ...SOREN, isMicrophoneOn: false, isCameraOn: false }] } },
  'four': { view: { people: [{ ...SOREN, isMicrophoneOn: false }, AMINA, { ...THOMAS, isSpeaking: true }, CLAIRE] } },
  'their-screen': { view: { people: [{ ...SOREN, screen: NEVER_SHOWN }, AMINA] } },
  'own-screen': { view: { people: [SOREN], isSharing: true } },
  'interrupted': { role: 'guest', view: { people: [METTE], state: stage('interrupted') } },
  'their-line': { view: { people: [SOREN, AMINA], stalls: [{ why: 'their-line', person: SOREN }] } },
  'own-upload': { role: 'guest', view: { people: [METTE], stalls: [{ why: 'my-upload', person: null }] } },
  'not-heard': { view: { people: [SOREN], stalls: [{ why: 'their-download', person: SOREN }] } },
  'video-down': { view: { people: [SOREN], state: stage('interrupted'), door: { ...INSIDE.door, livekit: { state: 'down', note: null } } } },
  'sound-blocked': { role: 'guest', view: { people: [METTE], isSoundBlocked: true } },
  'question': { view: { people: [SOREN], door: { ...INSIDE.door, hands: [{ seatId: 'guest', identity: SOREN.id, name: SOREN.name }] } } },
  'own-question': { role: 'guest', view: { people: [METTE], door: { ...INSIDE.door, hands: [{ seatId: 'seat', identity: 'own', name: SOREN.name }] } } },
  'people-open': { view: { people: [{ ...SOREN, id: 'guest', screen: NEVER_SHOWN }], door: { ...INSIDE.door, heirs: [{ seatId: 'heir', name: THOMAS.name }] } }, dialog: 'people' },
  'leave-open': { view: { people: [SOREN] }, dialog: 'leave' },
  'record-open': { view: { people: [SOREN] }, dialog: 'recording' },
  'record-alone': { view: { door: { ...INSIDE.door, guests: [] } }, dialog: 'recording' },
  'record-asked': { role: 'guest', view: { people: [METTE], door: { ...INSIDE.door, recording: ASKED.open } } },
  'record-agreed': { role: 'guest', view: { people: [METTE], door: { ...INSIDE.door, recording: ASKED.agreed } } },
  'record-waits': { view: { people: [SOREN], door: { ...INSIDE.door, recording: ASKED.waits } } },
  'record-ready': { view: { people: [SOREN], door: { ...INSIDE.door, recording: ASKED.ready } } },
  'record-runs': { view: { people: [SOREN], door: { ...INSIDE.door, recording: ASKED.runs } } },
  'record-runs-guest': { role: 'guest', view: { people: [METTE], door: { ...INSIDE.door, recording: ASKED.runsForGuest } } },
  'record-withdrawn': { view: { people: [SOREN], door: { ...INSIDE.door, recording: ASKED.withdrawn } } },
  'record-kept': { view: { people: [SOREN] }, recorded: KEPT },
  'effect-loading': { view: { people: [SOREN] }, media: { ...DENIED, camera: READY, effect: 'loading' }, dialog: 'devices' },
  'effect-slow': { view: { people: [SOREN] }, media: { ...DENIED, camera: READY, effect: 'slow' }, dialog: 'devices' },
  'devices-open': { view: { people: [SOREN] }, media: DENIED, dialog: 'devices' },
}

/** Every state of a call. */
export const CALL_STILLS = Object.entries({ ...GIVEN, ...STAGE_STILLS }).map(([name, { view, stage: stageGiven, ...given }]): CallStill => (
  {
    name, role: 'host', media: ON, dialog: null, shown: 'agenda', unread: 0, captions: [], recorded: NOTHING_RECORDED,
    isTroubleLong: false, ...given,
    view: { ...INSIDE, ...view }, stage: { ...AS_EVER, ...stageGiven },
  }
))

function stage(name: CallView['state']['stage']): CallView['state'] {
  return { ...INSIDE.state, stage: name }
}

function device(kind: MediaDeviceKind, label: string): MediaDeviceInfo {
  const said = { deviceId: `${kind}-${label}`, groupId: '', kind, label }
  return { ...said, toJSON: () => said }
}
