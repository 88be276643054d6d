import { newId } from '#app/kernel/ids.ts'
import { cleanText } from '#app/kernel/text.ts'
import { createStore, type Store } from '#app/ui/island/store.ts'
import { CHAT_LIMITS, textFault } from '../../chat/chat.ts'
import type { ChatMessage } from '../../message.ts'
import { countUnread, nextChatState, type ChatEvent, type ChatFailure, type ChatState, type PendingMessage } from './chat-state.ts'
import { keepChat, keptChat } from './kept-chat.ts'
import { postMessage } from './post-message.ts'

/** One person's chat in one tab: what is shown, and the way to add to it. */
export type ChatDesk = {
  ownSeatId: string
  links: { chat: string; files: string }
  storage: Storage | null
  store: Store<ChatView>
  /** It is on the screen, so that what comes is read there. */
  isShown: boolean
}

export type ChatView = ChatState & { draft: string; unread: number }

export function createChatDesk({ ownSeatId, links, storage }: Omit<ChatDesk, 'store' | 'isShown'>): ChatDesk {
  const { written, draft, seenUpTo } = keptChat(storage, keyOf(ownSeatId))
  const pending = written.map((one): PendingMessage => ({ ...one, file: null, failure: 'unanswered', isAnswered: false }))
  return { ownSeatId, links, storage, isShown: false, store: createStore<ChatView>({ messages: [], pending, seenUpTo, draft, unread: 0 }) }
}

/** Takes in what the stream tells. @returns what others have said that is new here. */
export function hearMessages(desk: ChatDesk, messages: ChatMessage[]): ChatMessage[] {
  const known = new Set(desk.store.read().messages.map(({ id }) => id))
  take(desk, { kind: 'said', messages })
  return messages.filter(({ id, seatId }) => !known.has(id) && seatId !== desk.ownSeatId)
}

/** Sends what the draft says. @returns why not, when it can't be sent as it is. */
export function sendDraft(desk: ChatDesk): ChatFailure | null {
  const { draft } = desk.store.read()
  const fault = textFault(draft)
  if (fault) return fault
  writeDraft(desk, '')
  send(desk, { text: cleanText(draft), file: null })
  return null
}

/** @returns why not, when it can't be sent as it is. */
export function sendFile(desk: ChatDesk, file: File): ChatFailure | null {
  if (file.size === 0) return 'empty-file'
  if (file.size > CHAT_LIMITS.fileBytes) return 'too-large'
  send(desk, { text: '', file })
  return null
}

export function sendAgain(desk: ChatDesk, id: string): void {
  take(desk, { kind: 'sent-again', id })
  void post(desk, id)
}

/** The line is back: what got no answer is sent again, in its order. */
export async function sendUnanswered(desk: ChatDesk): Promise<void> {
  const waiting = desk.store.read().pending.filter(({ failure }) => failure === 'unanswered')
  for (const { id } of waiting) take(desk, { kind: 'sent-again', id })
  for (const { id } of waiting) await post(desk, id)
}

export function dropMessage(desk: ChatDesk, id: string): void {
  take(desk, { kind: 'dropped', id })
}

export function markSeen(desk: ChatDesk): void {
  take(desk, { kind: 'seen' })
}

export function writeDraft(desk: ChatDesk, draft: string): void {
  write(desk, { ...desk.store.read(), draft })
}

function send(desk: ChatDesk, { text, file }: Pick<PendingMessage, 'text' | 'file'>): void {
  const id = newId()
  take(desk, { kind: 'written', id, text, file })
  void post(desk, id)
}

async function post(desk: ChatDesk, id: string): Promise<void> {
  const message = desk.store.read().pending.find((one) => one.id === id)
  if (!message) return
  const failure = await postMessage(desk.links, message)
  take(desk, failure ? { kind: 'failed', id, failure } : { kind: 'answered', id })
}

function take(desk: ChatDesk, event: ChatEvent): void {
  const before = desk.store.read()
  const state = nextChatState(before, event)
  if (state !== before) write(desk, { ...before, ...state })
}

function write(desk: ChatDesk, view: ChatView): void {
  desk.store.write({ ...view, unread: countUnread(view, desk.ownSeatId) })
  keepChat(desk.storage, keyOf(desk.ownSeatId), view, view.draft)
}

function keyOf(seatId: string): string {
  return `fremmode.chat.${seatId}`
}
