import type { AgendaChange } from '#app/domain/agenda/change.ts'
import type { Dice } from '../dice.ts'
import { openEventSource } from './event-source.ts'

/** What a page was told of a change that it posted. */
export type Told = { seatId: string; change: AgendaChange; status: number; text: string }

export type Browser = {
  /** The mark of a new page, to stand at the end of the addresses that it asks. */
  open(): string
  /** The page is gone: whatever it still asks for is never answered. */
  leave(page: string): void
  /** By the change's id; what was answered with no word on the change is not in it. */
  told: Map<string, Told>
  /** Every yes that was given to a change, by its id: several posts of one change have to be told the same. */
  answers: Map<string, Set<string>>
  /** Posts that were sent twice, or once more long after they were answered. */
  repeats(): number
  /** Posts some change that was answered with yes once more. */
  repeatAny(): Promise<void>
  restore(): void
}

type Post = { url: string; changeId: string; seatId: string; init: RequestInit }

const TWICE = 0.15
const NEVER = new Promise<never>(() => {})

/**
 * Puts in place what the room's code finds in a browser and Node has not: event streams, the tab's storage, and requests
 * that carry the cookie of whoever sits at the seat. Each post may go out twice.
 */
export function installBrowser({ url, cookies, dice }: { url: string; cookies: ReadonlyMap<string, string>; dice: Dice }): Browser {
  const { fetch: nodeFetch } = globalThis
  const pages = new Set<string>()
  const notes = { told: new Map<string, Told>(), answers: new Map<string, Set<string>>(), posts: new Map<string, Post>(), repeats: 0 }
  let opened = 0

  async function send(address: string, init: RequestInit): Promise<Response> {
    const headers = { ...init.headers, Cookie: cookies.get(seatOf(address)) ?? '', Origin: url }
    const answer = await nodeFetch(address.replace(/#.*/, ''), { ...init, headers })
    return new Response(await answer.text(), { status: answer.status })
  }
  async function post({ url: address, changeId, init }: Post): Promise<{ status: number; text: string }> {
    const answer = await send(address, init)
    const text = await answer.text()
    if (answer.ok) notes.answers.set(changeId, (notes.answers.get(changeId) ?? new Set()).add(text))
    return { status: answer.status, text }
  }
  async function postFromPage(address: string, init: RequestInit): Promise<Response> {
    const { changeId, change } = JSON.parse(String(init.body))
    const one = { url: address, changeId, seatId: seatOf(address), init }
    const isTwice = dice.chance(TWICE)
    if (isTwice) void post({ ...one, init: { ...init, signal: null } }).catch(() => {})
    if (isTwice) notes.repeats += 1
    const { status, text } = await post(one)
    if (!pages.has(pageOf(address))) return NEVER
    if (status < 500 && status !== 429) notes.told.set(changeId, { seatId: one.seatId, change, status, text })
    if (status < 300) notes.posts.set(changeId, { ...one, init: { ...init, signal: null } })
    return new Response(text, { status })
  }
  async function fetchAsBrowser(given: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const address = String(given)
    if (!address.startsWith(url)) return nodeFetch(given, init)
    if (!pages.has(pageOf(address))) return NEVER
    const answer = await (init.method === 'POST' ? postFromPage(address, init) : send(address, init))
    return pages.has(pageOf(address)) ? answer : NEVER
  }
  const before = { fetch: nodeFetch, EventSource: globalThis.EventSource, sessionStorage: globalThis.sessionStorage }
  Object.assign(globalThis, {
    fetch: fetchAsBrowser,
    // Made with `new`, which no arrow function can be.
    EventSource: function EventSource(address: string) { return openEventSource(address, cookies.get(seatOf(address)) ?? '') },
    sessionStorage: createStorage(),
  })
  return {
    told: notes.told, answers: notes.answers, repeats: () => notes.repeats,
    open() {
      const page = `#page-${opened += 1}`
      pages.add(page)
      return page
    },
    leave: (page) => pages.delete(page),
    async repeatAny() {
      const any = [...notes.posts.values()][dice.below(notes.posts.size)]
      if (any) notes.repeats += 1
      if (any) await post(any).catch(() => {})
    },
    restore: () => void Object.assign(globalThis, before),
  }
}

function createStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  }
}

function seatOf(address: string): string {
  return /\/room\/([0-9a-f-]{36})/.exec(address)?.[1] ?? ''
}

function pageOf(address: string): string {
  return /#.*/.exec(address)?.[0] ?? ''
}
