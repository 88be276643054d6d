import type { ReactElement } from 'react'
import { CAST } from '#db/seeds/cast.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import type { ChatMessage } from '../../message.ts'
import type { ChatView as View } from '../chat/chat-desk.ts'
import { ChatView } from '../chat/panel/chat-panel.tsx'
import type { PendingMessage } from '../chat/chat-state.ts'
import { sceneFor } from './scene.ts'

type ChatStill = Partial<View> & { isOver?: boolean }

/** The chat in one of its states, as the guest sees it. */
export function drawChat({ isOver = false, ...given }: ChatStill, locale: Locale): ReactElement {
  const { seat, texts } = sceneFor('guest', locale)
  const view: View = { messages: [], pending: [], seenUpTo: 0, draft: '', unread: 0, ...given }
  const actions = { write() {}, send: () => null, sendFile: () => null, sendAgain() {}, drop() {} }
  return <ChatView {...{ view, actions, isOver }} filesHref="#files" reader={seat} items={[{ id: 'item-0', title: 'Velkommen' }, { id: 'item-1', title: 'Hvor står I i dag?' }]} texts={texts.talk.chat} />
}

/** What a guest and a host wrote to each other, four minutes into the meeting. */
export function saidInPreview(): ChatMessage[] {
  const { startsAt } = sceneFor('guest', 'da').meeting
  const host = { seatId: 'host', name: CAST.consultant.name, role: 'host' } as const
  const guest = { seatId: 'seat', name: CAST.soren.name, role: 'guest' } as const
  const said: Pick<ChatMessage, 'seatId' | 'name' | 'role' | 'text' | 'file'>[] = [
    { ...host, text: 'Velkommen, Søren. Her er siden, jeg nævnte: https://example.com/behovsafdaekning', file: null },
    { ...host, text: '', file: { name: 'Forløb på seks uger.pdf', type: 'application/pdf', bytes: 1_240_000 } },
    { ...guest, text: 'Tak. Vores tal:\n12 sælgere\n40 møder om måneden', file: null },
  ]
  return said.map((one, index) => ({ ...one, itemId: index < 2 ? 'item-0' : 'item-1', id: `m${index}`, number: index + 1, at: startsAt + (4 + index) * MINUTE_MS }))
}

const WRITTEN: PendingMessage = { id: 'p', text: 'Vores nummer er 12 34 56 78', file: null, failure: null, isAnswered: false }

export const CHAT_STILLS: Record<string, ChatStill> = {
  'empty': {},
  'talk': { messages: saidInPreview(), pending: [WRITTEN], draft: 'Og' },
  'failed': { messages: saidInPreview(), pending: [{ ...WRITTEN, failure: 'unanswered' }] },
  'over': { messages: saidInPreview(), isOver: true },
}
