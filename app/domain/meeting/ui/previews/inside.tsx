import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { SeatRole } from '../../meeting.ts'
import type { CallView } from '../call/call.ts'
import type { Person } from '../call/people.ts'
import type { LocalMedia } from '../device/local-media.ts'
import type { CallActions } from '../stage/call-actions.ts'
import type { OpenDialog } from '../stage/controls/dialogs/open-dialog.ts'
import { InCall } from '../stage/in-call.tsx'
import { DOOR, LATE_GUEST, MEDIA, OFF, READY, sceneFor, WAITING_GUEST } from './scene.ts'

/** How a call stands still: who looks, and what differs from two people who see and hear each other. */
export type CallStill = { name: string; role: SeatRole; view: CallView; media: LocalMedia; dialog: OpenDialog; isPanelShown: boolean }

type Given = Partial<Omit<CallStill, 'name' | 'view'>> & { view?: Partial<CallView> }

/** The place of the call in one of its states; no picture plays, so everybody is a name. */
export function drawCall({ role, view, media, dialog, isPanelShown }: CallStill, locale: Locale): ReactElement {
  const nothing = () => {}
  return (
    <div className="room-main call">
      <InCall
        {...{ view, media, dialog, isPanelShown }} scene={sceneFor(role, locale)} actions={STILL} browser="chromium"
        onDialog={nothing} onTogglePanel={nothing}
      />
    </div>
  )
}

const STILL: CallActions = {
  start() {}, switchDevice() {}, chooseDevice() {}, chooseSpeaker() {}, startSound() {}, switchShare() {}, leave() {},
  askDoor: () => Promise.resolve(true), endForAll: () => Promise.resolve(true),
}

const INSIDE: CallView = {
  state: { stage: 'inside', refusal: null, isTroubled: false },
  door: { ...DOOR, meetingState: 'live', me: { door: 'admitted' }, isHostPresent: true, guests: [{ ...WAITING_GUEST, door: 'admitted' }] },
  people: [], isSharing: false, isSpeaking: false, isSoundBlocked: false, news: null,
}

const ON: LocalMedia = { ...MEDIA, camera: READY, microphone: READY }
const DENIED: LocalMedia = {
  ...ON, camera: { state: 'denied', track: null },
  devices: [device('videoinput', 'FaceTime HD-kamera'), device('audioinput', 'Jabra Evolve2 65'), device('audiooutput', 'Jabra Evolve2 65')],
}
const NEVER_SHOWN = { attach() {}, detach() {} }

const SOREN = person(CAST.soren.name)
const METTE = person(CAST.consultant.name)
const AMINA = person(CAST.amina.name)
const THOMAS = person(CAST.thomas.name)
const CLAIRE = person(`${CAST.claire.name}, ${CAST.claire.company}`)

const GIVEN: Record<string, Given> = {
  'pair': { view: { people: [{ ...SOREN, isSpeaking: true }] } },
  'pair-guest': { role: 'guest', view: { people: [METTE] } },
  'wide': { view: { people: [SOREN] }, isPanelShown: false },
  'alone': {},
  'joining': { role: 'guest', view: { state: stage('joining') } },
  'coming-back': { role: 'guest', view: { state: stage('knocking') } },
  'guest-waits': { view: { door: { ...INSIDE.door, guests: [WAITING_GUEST] } } },
  'guest-late': { view: { door: { ...INSIDE.door, guests: [LATE_GUEST] } } },
  'second-guest-waits': { view: { people: [AMINA], door: { ...INSIDE.door, guests: [WAITING_GUEST] } } },
  'several-wait': { view: { people: [CLAIRE], door: { ...INSIDE.door, guests: [WAITING_GUEST, { ...WAITING_GUEST, seatId: 'two', name: CAST.amina.name }] } } },
  'device-waits': { view: { people: [SOREN], door: { ...INSIDE.door, devices: [{ ...WAITING_GUEST, deviceId: 'phone' }] } } },
  'turned-away': { view: { people: [SOREN], door: { ...INSIDE.door, guests: [{ ...WAITING_GUEST, door: 'removed' }] } } },
  'muted': { media: { ...ON, microphone: OFF, camera: OFF }, view: { people: [{ ...SOREN, isMicrophoneOn: false, isCameraOn: false }] } },
  'four': { view: { people: [{ ...SOREN, isMicrophoneOn: false }, AMINA, { ...THOMAS, isSpeaking: true }, CLAIRE] } },
  'their-screen': { view: { people: [{ ...SOREN, screen: NEVER_SHOWN }, AMINA] } },
  'own-screen': { view: { people: [SOREN], isSharing: true } },
  'interrupted': { role: 'guest', view: { people: [METTE], state: stage('interrupted') } },
  'video-down': { view: { people: [SOREN], state: stage('interrupted'), door: { ...INSIDE.door, livekit: { state: 'down', note: null } } } },
  'sound-blocked': { role: 'guest', view: { people: [METTE], isSoundBlocked: true } },
  'leave-open': { view: { people: [SOREN] }, dialog: 'leave' },
  'devices-open': { view: { people: [SOREN] }, media: DENIED, dialog: 'devices' },
}

/** Every state of a call. */
export const CALL_STILLS = Object.entries(GIVEN).map(([name, { view, ...given }]): CallStill => (
  { name, role: 'host', media: ON, dialog: null, isPanelShown: true, ...given, view: { ...INSIDE, ...view } }
))

function stage(name: CallView['state']['stage']): CallView['state'] {
  return { ...INSIDE.state, stage: name }
}

function person(name: string): Person {
  return { id: name, name, picture: null, isCameraOn: true, isMicrophoneOn: true, isSpeaking: false, screen: null, sounds: [] }
}

function device(kind: MediaDeviceKind, label: string): MediaDeviceInfo {
  const said = { deviceId: `${kind}-${label}`, groupId: '', kind, label }
  return { ...said, toJSON: () => said }
}
