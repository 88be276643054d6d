import { expect, test } from 'vitest'
import type { ChatMessage } from '#app/domain/meeting/message.ts'
import { countUnread, heardUpTo, nextChatState, type ChatEvent, type ChatState } from '#app/domain/meeting/ui/chat/chat-state.ts'

const EMPTY: ChatState = { messages: [], pending: [], seenUpTo: 0 }

test('what is heard twice, as after a reconnect, counts once and stays in order', () => {
  const state = run([said(1), said(1, 2), said(2, 3), said(1)])
  expect(state.messages.map(({ number }) => number)).toEqual([1, 2, 3])
  expect(heardUpTo(state)).toBe(3)
  expect(heardUpTo(EMPTY)).toBe(0)
})

test('an own message stands as pending until it is heard, whether the answer comes before or after', () => {
  const written: ChatEvent = { kind: 'written', id: 'm1', text: 'Hej', file: null }
  const answered: ChatEvent = { kind: 'answered', id: 'm1' }
  expect(run([written]).pending).toMatchObject([{ id: 'm1', failure: null, isAnswered: false }])
  expect(run([written, answered]).pending).toMatchObject([{ isAnswered: true }])
  for (const events of [[written, answered, said(1)], [written, said(1), answered]]) {
    expect(run(events)).toMatchObject({ pending: [], messages: [{ id: 'm1' }] })
  }
})

test('what failed is kept with its words, can be sent again and dropped', () => {
  const failed = run([{ kind: 'written', id: 'x', text: 'Hej', file: null }, { kind: 'failed', id: 'x', failure: 'unanswered' }])
  expect(failed.pending).toMatchObject([{ text: 'Hej', failure: 'unanswered' }])
  expect(nextChatState(failed, { kind: 'sent-again', id: 'x' }).pending).toMatchObject([{ failure: null }])
  expect(nextChatState(failed, { kind: 'dropped', id: 'x' }).pending).toEqual([])
})

test('what others said and nobody looked at is unread; looking reads it', () => {
  const state = run([said(1, 2, 3)])
  expect(countUnread(state, 'me')).toBe(2)
  const seen = nextChatState(state, { kind: 'seen' })
  expect(countUnread(seen, 'me')).toBe(0)
  expect(nextChatState(seen, { kind: 'seen' })).toBe(seen)
  expect(countUnread(nextChatState(seen, said(4)), 'me')).toBe(1)
})

function run(events: ChatEvent[]): ChatState {
  return events.reduce(nextChatState, EMPTY)
}

/** Message 2 is one's own. */
function said(...numbers: number[]): ChatEvent {
  return { kind: 'said', messages: numbers.map((number): ChatMessage => (
    { id: `m${number}`, number, seatId: number === 2 ? 'me' : 'other', name: 'Mette', role: 'host', text: 'Hej', itemId: null, file: null, at: number }
  )) }
}
