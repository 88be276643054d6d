import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import type { SeatRole } from '../meeting.ts'
import type { DoorView } from '../room-data.ts'
import { AT_THE_DOOR, type CallState } from './call/call-state.ts'
import type { LocalMedia, OwnDevice } from './device/local-media.ts'
import { Door } from './door/door.tsx'
import { Farewell, isLastStage } from './door/farewell.tsx'
import type { RoomScene } from './room-scene.ts'

type State = { role?: SeatRole; state?: Partial<CallState>; door?: Partial<DoorView>; media?: Partial<LocalMedia> }

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
const STARTS_AT = 1_795_597_200_000

/** The door and the farewell in each of their states, standing still, in both languages. */
export function roomPreviews(): { name: string; locale: Locale; element: ReactElement }[] {
  const locales: Locale[] = ['da', 'en']
  return locales.flatMap((locale) => Object.entries(STATES).map(([name, state]) => ({ name, locale, element: draw(locale, state) })))
}

function draw(locale: Locale, { role = 'guest', ...given }: State): ReactElement {
  const state: CallState = { ...AT_THE_DOOR, ...given.state }
  const scene = sceneFor(role, locale)
  const still = () => {}
  const actions = { start: still, switchDevice: still, chooseDevice: still, chooseSpeaker: still, knock: still, leave: still }
  return (
    <div className="room" data-place={isLastStage(state.stage) ? 'over' : 'door'}>
      <div className="room-main">
        {isLastStage(state.stage)
          ? <Farewell scene={scene} state={state} stage={state.stage} onReturn={still} />
          : <Door {...{ scene, state, actions }} door={{ ...DOOR, ...given.door }} media={{ ...MEDIA, ...given.media }} browser="chromium" />}
      </div>
    </div>
  )
}

function sceneFor(role: SeatRole, locale: Locale): RoomScene {
  const { name, title, phone } = CAST.consultant
  return {
    seat: { id: 'seat', role, name: role === 'host' ? name : CAST.soren.name, locale, timeZone: 'Europe/Copenhagen' },
    meeting: { id: 'meeting', title: 'Et første møde', startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS, state: 'scheduled' },
    host: { name, title, phone },
    links: { token: '#', door: '#', agenda: '#', feed: '#', summary: '#summary', bookNext: '#book', booking: '#booking' },
    texts: messages(locale).room,
  }
}

const OFF: OwnDevice = { state: 'off', track: null }
const READY: OwnDevice = { state: 'ready', track: null }
const READINESS = { camera: 'ready', microphone: 'denied' } as const

const MEDIA: LocalMedia = {
  camera: READY, microphone: OFF, isAsking: false, hasStarted: true, devices: [],
  choices: { camera: { isOn: true, deviceId: null }, microphone: { isOn: true, deviceId: null }, speakerId: null },
}

const DOOR: DoorView = {
  meetingState: 'scheduled', closedReason: null, me: { door: 'away' }, isHostPresent: false, guests: [], livekit: { state: 'ready', note: null },
}

const WAITING_GUEST = {
  seatId: 'guest', name: CAST.soren.name, companyName: CAST.soren.company, door: 'waiting', readiness: READINESS, isPresent: true,
} as const

const STATES: Record<string, State> = {
  'door-not-asked': { media: { hasStarted: false, camera: OFF } },
  'door-asking': { media: { isAsking: true, camera: OFF } },
  'door-ready': {},
  'door-too-early': { state: { refusal: 'too-early' } },
  'door-too-late': { state: { refusal: 'too-late' } },
  'door-denied': { media: { camera: { state: 'denied', track: null }, microphone: { state: 'denied', track: null } } },
  'door-camera-busy': { media: { camera: { state: 'busy', track: null } } },
  'door-nothing-there': { media: { camera: { state: 'missing', track: null }, microphone: { state: 'missing', track: null } } },
  'door-knocking': { state: { stage: 'knocking' } },
  'door-waiting': { state: { stage: 'waiting' }, door: { isHostPresent: true } },
  'door-waiting-no-host': { state: { stage: 'waiting' } },
  'door-trouble': { state: { stage: 'waiting', isTroubled: true } },
  'door-video-building': { door: { livekit: { state: 'building', note: null } } },
  'door-video-missing': { role: 'host', door: { livekit: { state: 'missing', note: 'Install Go 1.26 or newer.' } } },
  'door-host': { role: 'host', door: { guests: [WAITING_GUEST] } },
  'door-host-too-late': { role: 'host', state: { refusal: 'too-late' } },
  'farewell-left': { state: { stage: 'left' } },
  'farewell-removed': { state: { stage: 'removed' } },
  'farewell-elsewhere': { state: { stage: 'elsewhere' } },
  'farewell-ended': { state: { stage: 'ended', refusal: 'meeting-ended' } },
  'farewell-cancelled': { state: { stage: 'ended', refusal: 'meeting-cancelled' } },
}
