import type { ReactElement, ReactNode } from 'react'
import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import type { SeatRole } from '../../meeting.ts'
import type { DoorView } from '../../room-data.ts'
import { AT_THE_DOOR, type CallState } from '../call/call-state.ts'
import type { LocalMedia } from '../device/own-media.ts'
import { Door } from '../door/door.tsx'
import { Farewell, isLastStage } from '../door/farewell.tsx'
import { DOOR, LATE_GUEST, MEDIA, OFF, sceneFor, WAITING_GUEST } from './scene.ts'

/** What differs from a guest whose camera is on and who has yet to knock. */
export type OutsideStill = {
  role?: SeatRole
  lateMinutes?: number
  state?: Partial<CallState>
  door?: Partial<DoorView>
  media?: Partial<LocalMedia>
  canHoldCalls?: boolean
  notice?: ReactNode
}

/** The door and the farewell in each of their states, standing still, in both languages. */
export function outsidePreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => Object.entries(STATES).map(([name, state]) => (
    { name, locale, element: <div className="room" data-place={placeOf(state)}>{drawOutside(state, locale)}</div> }
  )))
}

/** The place outside in one of its states. */
export function drawOutside({ role = 'guest', lateMinutes = 0, canHoldCalls = true, notice, ...given }: OutsideStill, locale: Locale): ReactElement {
  const state: CallState = { ...AT_THE_DOOR, ...given.state }
  const scene = sceneFor(role, locale)
  const still = () => {}
  const choices = { chooseDevice: still, chooseSpeaker: still, chooseBackground: still, chooseNoise: still }
  const actions = { ...choices, start: still, switchDevice: still, ...AT_DOOR }
  return (
    <div className="room-main">
      {isLastStage(state.stage)
        ? <Farewell scene={scene} door={{ ...DOOR, ...given.door }} state={state} stage={state.stage} onReturn={still} />
        : (
          <Door
            {...{ scene, state, actions, notice, canHoldCalls }} now={scene.meeting.startsAt + lateMinutes * MINUTE_MS}
            door={{ ...DOOR, ...given.door }} media={{ ...MEDIA, ...given.media }} browser="chromium"
          />
        )}
    </div>
  )
}

const AT_DOOR = { knock() {}, listenIn() {}, leave() {}, askDoor: () => Promise.resolve(null) }

function placeOf({ state }: OutsideStill): 'door' | 'over' {
  return state?.stage && isLastStage(state.stage) ? 'over' : 'door'
}

const STATES: Record<string, OutsideStill> = {
  'door-not-asked': { media: { hasStarted: false, camera: OFF } },
  'door-asking': { media: { isAsking: true, camera: OFF } },
  'door-ready': {},
  'door-too-early': { state: { refusal: 'too-early' } },
  'door-locked': { state: { refusal: 'meeting-locked' } },
  'door-too-late': { state: { refusal: 'too-late' } },
  'door-denied': { media: { camera: { state: 'denied', track: null }, microphone: { state: 'denied', track: null } } },
  'door-camera-busy': { media: { camera: { state: 'busy', track: null } } },
  'door-nothing-there': { media: { camera: { state: 'missing', track: null }, microphone: { state: 'missing', track: null } } },
  'door-no-calls': { canHoldCalls: false },
  'door-no-calls-host': { role: 'host', canHoldCalls: false },
  'door-knocking': { state: { stage: 'knocking' } },
  'door-waiting': { state: { stage: 'waiting' }, door: { isHostPresent: true } },
  'door-waiting-no-host': { state: { stage: 'waiting' } },
  'door-held': { state: { stage: 'waiting' }, door: { isHostPresent: true, me: { door: 'waiting', hold: { kind: 'five-minutes' } } } },
  'door-trouble': { state: { stage: 'waiting', isTroubled: true } },
  'door-video-building': { door: { livekit: { state: 'building', note: null } } },
  'door-video-missing': { role: 'host', door: { livekit: { state: 'missing', note: 'Install Go 1.26 or newer.' } } },
  'door-host': { role: 'host', door: { guests: [WAITING_GUEST] } },
  'door-host-late-guest': { role: 'host', door: { guests: [LATE_GUEST] } },
  'door-host-too-late': { role: 'host', state: { refusal: 'too-late' } },
  'farewell-left': { state: { stage: 'left' } },
  'farewell-removed': { state: { stage: 'removed' } },
  'farewell-elsewhere': { state: { stage: 'elsewhere' } },
  'farewell-ended': { state: { stage: 'ended', refusal: 'meeting-ended' } },
  'farewell-cancelled': { state: { stage: 'ended', refusal: 'meeting-cancelled' } },
}
