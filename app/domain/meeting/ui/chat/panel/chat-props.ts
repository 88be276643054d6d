import type { RoomScene } from '../../room-scene.ts'
import type { ChatFailure } from '../chat-state.ts'

/** Who reads, and in which words. */
export type ChatReader = Pick<RoomScene['seat'], 'id' | 'locale' | 'timeZone'>
/** The points of the agenda, by whose titles messages are told apart. */
export type ChatItems = readonly { id: string; title: string }[]
export type ChatTexts = RoomScene['texts']['talk']['chat']

/** What a person can do in the chat. Those that answer say why not, when it can't be sent as it is. */
export type ChatActions = {
  write(draft: string): void
  send(): ChatFailure | null
  sendFile(file: File): ChatFailure | null
  sendAgain(id: string): void
  drop(id: string): void
}
