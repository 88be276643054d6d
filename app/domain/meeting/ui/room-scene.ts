import type { Messages } from '#app/i18n/messages.ts'
import type { DoorView, HostCard } from '../room-data.ts'
import type { CallData } from './call/run-call.ts'

/** What a visit to the room is about: who, with whom, when, and in which words. */
export type RoomScene = Pick<CallData, 'seat' | 'meeting' | 'links'> & { host: HostCard; texts: Messages['room'] }

/** The host is the door's word, for the meeting may be handed over while it runs. */
export function sceneOf({ seat, meeting, links, messages }: Omit<CallData, 'door'>, { host }: Pick<DoorView, 'host'>): RoomScene {
  return { seat, meeting, host, links, texts: messages.room }
}
