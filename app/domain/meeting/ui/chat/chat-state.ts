import type { ChatRefusal } from '../../chat/chat.ts'
import type { ChatMessage } from '../../message.ts'

/** unanswered: no word from the server; the same message may be sent again. */
export type ChatFailure = ChatRefusal | 'broken-off' | 'unanswered'

/** What was written here and has not come back yet. A file is known to this page alone: it does not outlive a reload. */
export type PendingMessage = { id: string; text: string; file: File | null; failure: ChatFailure | null; isAnswered: boolean }

export type ChatState = {
  /** In order, as far as they were heard. */
  messages: ChatMessage[]
  pending: PendingMessage[]
  /** The number of the newest message that was shown. */
  seenUpTo: number
}

export type ChatEvent =
  | { kind: 'said'; messages: ChatMessage[] }
  | { kind: 'written'; id: string; text: string; file: File | null }
  | { kind: 'sent-again'; id: string }
  | { kind: 'answered'; id: string }
  | { kind: 'failed'; id: string; failure: ChatFailure }
  | { kind: 'dropped'; id: string }
  | { kind: 'seen' }

/** Takes in one event. What is heard twice counts once, and an answer may come before or after the message itself. */
export function nextChatState(state: ChatState, event: ChatEvent): ChatState {
  switch (event.kind) {
    case 'said': return hear(state, event.messages)
    case 'written': return { ...state, pending: [...state.pending, { ...fresh, id: event.id, text: event.text, file: event.file }] }
    case 'sent-again': return changePending(state, event.id, { failure: null })
    case 'answered': return changePending(state, event.id, { failure: null, isAnswered: true })
    case 'failed': return changePending(state, event.id, { failure: event.failure })
    case 'dropped': return { ...state, pending: state.pending.filter(({ id }) => id !== event.id) }
    case 'seen': return state.seenUpTo === heardUpTo(state) ? state : { ...state, seenUpTo: heardUpTo(state) }
  }
}

/** The number to read on from; 0 when nothing was heard. */
export function heardUpTo({ messages }: Pick<ChatState, 'messages'>): number {
  return messages.at(-1)?.number ?? 0
}

/** How many messages of others have not been shown. */
export function countUnread({ messages, seenUpTo }: ChatState, ownSeatId: string): number {
  return messages.filter(({ number, seatId }) => number > seenUpTo && seatId !== ownSeatId).length
}

const fresh = { failure: null, isAnswered: false }

function hear(state: ChatState, told: readonly ChatMessage[]): ChatState {
  const messages = told.filter(({ number }) => number > heardUpTo(state))
  if (messages.length === 0) return state
  const ids = new Set(messages.map(({ id }) => id))
  return { ...state, messages: [...state.messages, ...messages], pending: state.pending.filter(({ id }) => !ids.has(id)) }
}

function changePending(state: ChatState, id: string, part: Partial<PendingMessage>): ChatState {
  return { ...state, pending: state.pending.map((one) => (one.id === id ? { ...one, ...part } : one)) }
}
