import type { Messages } from '#app/i18n/messages.ts'
import type { CallData } from './call/run-call.ts'

/** What stays the same through a visit to the room: who, with whom, when, and in which words. */
export type RoomScene = Pick<CallData, 'seat' | 'meeting' | 'host' | 'links'> & { texts: Messages['room'] }

export function sceneOf({ seat, meeting, host, links, messages }: CallData): RoomScene {
  return { seat, meeting, host, links, texts: messages.room }
}
