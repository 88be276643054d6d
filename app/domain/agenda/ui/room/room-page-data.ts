import type { Messages } from '#app/i18n/messages.ts'
import type { RoomData } from '../../../meeting/room-data.ts'
import type { Agenda } from '../../agenda.ts'
import type { MirrorChoice } from '../../mirror/mirror.ts'

/** What the room's page carries, for its server-rendered beginning and for the island alike. */
export type RoomPageData = RoomData<Agenda, Pick<Messages, 'room' | 'agenda'>> & {
  /** Whether a guest is in the count of speaking time; null for a host. */
  mirror: MirrorChoice | null
}

/** Ids by which the island finds its place and its data in the page. */
export const ROOM_ROOT = 'room-root'
export const ROOM_DATA = 'room-data'
