import { CAST } from '#db/seeds/cast.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import type { SeatRole } from '../../meeting.ts'
import type { DoorView, HostCard } from '../../room-data.ts'
import type { LocalMedia, OwnDevice } from '../device/own-media.ts'
import type { RoomScene } from '../room-scene.ts'

/** Wednesday 25 November 2026, 10.00 in Copenhagen. */
const STARTS_AT = 1_795_597_200_000

const { title, phone } = CAST.consultant
const HOST: HostCard = { name: CAST.consultant.name, title, phone }

/** The same meeting in every preview, as host and guest see it. */
export function sceneFor(role: SeatRole, locale: Locale): RoomScene {
  const { name } = CAST.consultant
  return {
    seat: { id: 'seat', role, name: role === 'host' ? name : CAST.soren.name, locale, timeZone: 'Europe/Copenhagen' },
    meeting: { id: 'meeting', title: 'Et første møde', startsAt: STARTS_AT, endsAt: STARTS_AT + 30 * MINUTE_MS, state: 'scheduled' },
    host: HOST,
    links: {
      token: '#', door: '#', times: '#', agenda: '#', hostNotes: null, prepared: '#prepared', consent: '#', line: '#', feed: '#', chat: '#', files: '#files',
      documents: '#documents', mirror: '#', summary: '#summary', bookNext: '#book', book: '#book', nextTimes: '/next/times',
      booking: '#booking', check: '#check', found: '#', probe: '#',
    },
    texts: messages(locale).room,
  }
}

export const OFF: OwnDevice = { state: 'off', track: null }
export const READY: OwnDevice = { state: 'ready', track: null }
const READINESS = { camera: 'ready', microphone: 'denied' } as const

export const MEDIA: LocalMedia = {
  camera: READY, microphone: OFF, isAsking: false, hasStarted: true, devices: [], effect: 'none', tests: {},
  choices: { camera: { isOn: true, deviceId: null }, microphone: { isOn: true, deviceId: null }, speakerId: null, background: 'none', isNoiseReduced: true },
}

export const DOOR: DoorView = {
  meetingState: 'scheduled', closedReason: null, me: { door: 'away' }, host: HOST, leader: { seatId: 'host', name: CAST.consultant.name },
  isHostPresent: false, guests: [], hands: [], isLocked: false, heirs: [],
  livekit: { state: 'ready', note: null }, recording: null,
}

/** Who has told of a delay of ten minutes, eight minutes before the start. */
export const LATE_GUEST = {
  seatId: 'guest', identity: 'guest', name: CAST.soren.name, companyName: CAST.soren.company, door: 'away', readiness: null, checked: null,
  isPresent: false,
  turnUp: { lateMinutes: 10, answeredAt: STARTS_AT - 8 * MINUTE_MS },
} as const

export const WAITING_GUEST = {
  seatId: 'guest', identity: 'guest', name: CAST.soren.name, companyName: CAST.soren.company, door: 'waiting', readiness: READINESS,
  checked: null, isPresent: true, turnUp: null,
} as const

/** Who checked everything the day before, or found the network closed. */
export const CHECKED_GUEST = {
  ...WAITING_GUEST, readiness: { camera: 'ready', microphone: 'ready' },
  checked: { readiness: { camera: 'ready', microphone: 'ready', speaker: 'heard', network: { way: 'udp', roundTripMs: 24 } }, at: STARTS_AT - DAY_MS },
} as const

export const NARROW_GUEST = {
  ...WAITING_GUEST,
  readiness: { camera: 'ready', microphone: 'ready', speaker: 'unheard', network: { way: 'tcp', roundTripMs: 90 } },
} as const
