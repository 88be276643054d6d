import { afterEach, expect, test, vi } from 'vitest'
import { messages } from '#app/i18n/messages.ts'
import { CHAT_LIMITS } from '#app/domain/meeting/chat/chat.ts'
import type { ChatMessage } from '#app/domain/meeting/message.ts'
import {
  createChatDesk, dropMessage, hearMessages, markSeen, sendAgain, sendDraft, sendFile, sendUnanswered, writeDraft, type ChatDesk,
} from '#app/domain/meeting/ui/chat/chat-desk.ts'
import { newsOfChat } from '#app/domain/meeting/ui/chat/chat-news.ts'

afterEach(() => vi.unstubAllGlobals())

test('a draft is sent, and gone from the field at once', async () => {
  const posted = answerWith(() => new Response('{"number":1,"at":1}'))
  const desk = makeDesk()
  writeDraft(desk, ' Hej ')
  expect(sendDraft(desk)).toBeNull()
  expect(desk.store.read()).toMatchObject({ draft: '', pending: [{ text: 'Hej', failure: null }] })
  await vi.waitFor(() => expect(desk.store.read().pending[0]?.isAnswered).toBe(true))
  expect(posted).toHaveBeenCalledWith('/chat', expect.objectContaining({ method: 'POST' }))
})

test('without a line nothing is lost: it stands there as failed, outlives a reload, and goes when the line is back', async () => {
  answerWith(() => { throw new TypeError('no network') })
  const storage = memory()
  const desk = makeDesk(storage)
  writeDraft(desk, 'Nummeret er 12 34')
  sendDraft(desk)
  await failed(desk, 'unanswered')
  writeDraft(desk, 'Og så')
  const reloaded = makeDesk(storage)
  expect(reloaded.store.read()).toMatchObject({ draft: 'Og så', pending: [{ text: 'Nummeret er 12 34', failure: 'unanswered' }] })
  const posted = answerWith(() => new Response('{"number":1,"at":1}'))
  await sendUnanswered(reloaded)
  expect(posted).toHaveBeenCalledTimes(1)
  const { id } = desk.store.read().pending[0] ?? { id: '' }
  expect(JSON.parse(String(posted.mock.calls[0]?.[1]?.body))).toEqual({ id, text: 'Nummeret er 12 34' })
})

test('what the server refused waits for a press, and is not sent by itself', async () => {
  const posted = answerWith(() => Response.json({ reason: 'too-often' }, { status: 429 }))
  const desk = makeDesk()
  writeDraft(desk, 'Hej')
  sendDraft(desk)
  await failed(desk, 'too-often')
  await sendUnanswered(desk)
  expect(posted).toHaveBeenCalledTimes(1)
  const { id } = desk.store.read().pending[0] ?? { id: '' }
  sendAgain(desk, id)
  await vi.waitFor(() => expect(posted).toHaveBeenCalledTimes(2))
  dropMessage(desk, id)
  expect(desk.store.read().pending).toEqual([])
})

test.each<[number, string]>([[500, 'unanswered'], [503, 'unanswered'], [415, 'bad-type'], [413, 'too-large']])(
  'an answer of %i leaves a file behind as %s', async (status, failure) => {
    answerWith(() => Response.json({ reason: failure }, { status }))
    const desk = makeDesk()
    expect(sendFile(desk, new File(['x'], 'a.pdf'))).toBeNull()
    await failed(desk, failure)
  },
)

test('what can\'t be sent is told before it is tried', () => {
  const posted = answerWith(() => new Response('{}'))
  const desk = makeDesk()
  expect(sendDraft(desk)).toBe('empty-text')
  writeDraft(desk, 'x'.repeat(CHAT_LIMITS.text + 1))
  expect(sendDraft(desk)).toBe('too-long')
  expect(desk.store.read().draft).toHaveLength(CHAT_LIMITS.text + 1)
  expect(sendFile(desk, new File([], 'a.pdf'))).toBe('empty-file')
  expect(sendFile(desk, new File([new Uint8Array(CHAT_LIMITS.fileBytes + 1)], 'a.pdf'))).toBe('too-large')
  expect(posted).not.toHaveBeenCalled()
})

test('the count of what is unread goes up by what others say, and outlives a reload once it is seen', () => {
  const storage = memory()
  const desk = makeDesk(storage)
  expect(hearMessages(desk, [message(1), message(2, 'me')])).toEqual([message(1)])
  expect(hearMessages(desk, [message(1), message(3)])).toEqual([message(3)])
  expect(desk.store.read().unread).toBe(2)
  markSeen(desk)
  expect(desk.store.read().unread).toBe(0)
  const reloaded = makeDesk(storage)
  hearMessages(reloaded, [message(1), message(2, 'me'), message(3), message(4)])
  expect(reloaded.store.read().unread).toBe(1)
})

test('storage that is full, forbidden or holds something else costs nothing', () => {
  const broken = { ...memory(), getItem: () => '{"written":[{"id":1}],"draft":"","seenUpTo":0}', setItem: () => { throw new Error('full') } }
  const desk = makeDesk(broken)
  writeDraft(desk, 'Hej')
  expect(desk.store.read()).toMatchObject({ draft: 'Hej', pending: [] })
})

test('what is said is told in one sentence', () => {
  const { chat } = messages('da').room.talk
  expect(newsOfChat([], chat)).toBeNull()
  expect(newsOfChat([message(1)], chat)).toBe('Mette skriver: Hej')
  expect(newsOfChat([{ ...message(1), text: 'x'.repeat(500) }], chat)?.length).toBeLessThan(150)
  expect(newsOfChat([{ ...message(1), text: '', file: { name: 'a.pdf', type: 'application/pdf', bytes: 1 } }], chat)).toBe('Mette har sendt filen a.pdf.')
  expect(newsOfChat([message(1), message(2)], chat)).toBe('2 nye beskeder i chatten.')
})

function makeDesk(storage: Storage = memory()): ChatDesk {
  return createChatDesk({ ownSeatId: 'me', links: { chat: '/chat', files: '/files' }, storage })
}

function answerWith(answer: () => Response) {
  const posted = vi.fn((_url: string, _init?: RequestInit) => Promise.resolve().then(answer))
  vi.stubGlobal('fetch', posted)
  return posted
}

async function failed(desk: ChatDesk, failure: string): Promise<void> {
  await vi.waitFor(() => expect(desk.store.read().pending[0]?.failure).toBe(failure))
}

function message(number: number, seatId = 'other'): ChatMessage {
  return { id: `m${number}`, number, seatId, name: 'Mette', role: 'host', text: 'Hej', itemId: null, file: null, at: number }
}

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() { return kept.size }, clear: () => kept.clear(), key: () => null, removeItem: (key) => void kept.delete(key),
    getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value),
  }
}
