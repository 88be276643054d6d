import { newId } from '#app/kernel/ids.ts'
import { steadyNow } from '#app/ui/clock.ts'
import { createStore, type Store } from '#app/ui/island/store.ts'
import { tabStorage } from '#app/ui/island/tab-storage.ts'
import type { Agenda } from '../../agenda.ts'
import { applyChange } from '../../apply-change.ts'
import type { AgendaChange, ChangeContext } from '../../change.ts'
import type { ChangeFault } from '../../input.ts'
import { createFeedStream, pauseMs, type FeedStream, type StreamHandlers } from './feed-stream.ts'
import { nextFeedState, nextToPost, pendingNotes, startFeedState, type FeedEvent, type FeedState } from './feed-state.ts'
import { keepChanges, keptChanges } from './kept-changes.ts'
import { postChange } from './post-change.ts'
import { clockGapMs, offsetAfter } from './server-clock.ts'

export type AgendaFeed = {
  store: Store<FeedView>
  author: Omit<ChangeContext, 'at'>
  /** Where updates of the notes go: what the server told, and that one was refused. */
  notes: NotePipe
  url: string
  storageKey: string
  stream: FeedStream
  isPosting: boolean
  /** How far the browser's clock stood from the time that runs evenly when the server was last asked for its own. */
  gapMs: number
}

export type NotePipe = { hear(update: string): void; refused(): void }

export type FeedView = {
  state: FeedState
  /** The event stream stands. */
  isLive: boolean
  /** Add to the time that runs evenly here for the server's, milliseconds. */
  clockOffsetMs: number
}

export type FeedStart = {
  author: Omit<ChangeContext, 'at'>
  notes: NotePipe
  version: number
  agenda: Agenda
  serverNow: number
  links: { agenda: string; feed: string }
  /** What else the stream tells, and up to where it is known. */
  others: Pick<StreamHandlers, 'onDoor' | 'onLine' | 'onSaid' | 'onSilenced' | 'onLive' | 'heardUpTo'>
}

export function createFeed({ author, notes, version, agenda, serverNow, links, others }: FeedStart): AgendaFeed {
  const storageKey = `fremmode.changes.${author.seatId}`
  const state = startFeedState(version, agenda, keptChanges(tabStorage(), storageKey))
  const store = createStore<FeedView>({ state, isLive: true, clockOffsetMs: serverNow - steadyNow() })
  const own = { url: links.agenda, storageKey, isPosting: false, gapMs: clockGapMs() }
  const feed: AgendaFeed = { store, author, notes, ...own, stream: createFeedStream(links.feed, {
    onStep(step) {
      hearTime(feed, step.at)
      if (step.change.kind === 'note-update') notes.hear(step.change.update)
      take(feed, { kind: 'step', step })
    },
    onWhole(whole) {
      notes.hear(whole.notes)
      take(feed, { kind: 'whole', ...whole })
    },
    ...others,
    onLive(isLive) {
      store.write({ ...store.read(), isLive })
      others.onLive(isLive)
    },
    version: () => store.read().state.version,
  }) }
  return feed
}

/** Makes a change here at once, and on the server as soon as it answers. One that can't fit is told so without a trip. */
export function makeChange(feed: AgendaFeed, change: AgendaChange, shown: Agenda): void {
  const { clockOffsetMs } = feed.store.read()
  const at = steadyNow() + clockOffsetMs
  const changeId = newId()
  const fits = applyChange(shown, change, { ...feed.author, at })
  take(feed, { kind: 'made', changeId, change, at })
  if (!fits.ok) return refuseChange(feed, changeId, fits.reason)
  void postPending(feed)
}

export function dismissRefusal(feed: AgendaFeed, changeId: string): void {
  take(feed, { kind: 'dismissed', changeId })
}

/** Posts what waits, in order, each until it is answered. */
export async function postPending(feed: AgendaFeed): Promise<void> {
  if (feed.isPosting) return
  feed.isPosting = true
  let failures = 0
  for (let next = nextToPost(feed.store.read().state); next; next = nextToPost(feed.store.read().state)) {
    const { changeId } = next
    const outcome = await postChange(feed.url, next)
    if (outcome.kind === 'answered') hearTime(feed, outcome.at)
    if (outcome.kind === 'answered') take(feed, { ...outcome, changeId })
    if (outcome.kind === 'refused') refuseChange(feed, changeId, outcome.reason)
    failures = outcome.kind === 'unanswered' ? failures + 1 : 0
    if (failures > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs(failures - 1, Math.random())))
  }
  feed.isPosting = false
}

/** Fetches the whole agenda, and with it the server's clock. */
export async function fetchWhole(feed: AgendaFeed): Promise<void> {
  const response = await fetch(feed.url, { headers: { Accept: 'application/json' } }).catch(() => null)
  if (!response?.ok) return feed.stream.open()
  const whole = await response.json()
  feed.store.write({ ...feed.store.read(), clockOffsetMs: whole.serverNow - steadyNow() })
  feed.gapMs = clockGapMs()
  feed.notes.hear(whole.notes)
  take(feed, { kind: 'whole', version: whole.version, agenda: whole.agenda })
}

/** Updates of the notes that were made here and have not come back, in order, and whether one of them waits for an answer. */
export function ownNotes(feed: AgendaFeed): { updates: string[]; isBusy: boolean } {
  const { state } = feed.store.read()
  return { updates: pendingNotes(state), isBusy: nextToPost(state) !== null }
}

function hearTime({ store }: AgendaFeed, serverAt: number): void {
  const view = store.read()
  const clockOffsetMs = offsetAfter(view.clockOffsetMs, serverAt)
  if (clockOffsetMs !== view.clockOffsetMs) store.write({ ...view, clockOffsetMs })
}

function refuseChange(feed: AgendaFeed, changeId: string, reason: ChangeFault): void {
  const { pending } = feed.store.read().state
  take(feed, { kind: 'refused', changeId, reason })
  if (pending.some((one) => one.changeId === changeId && one.change.kind === 'note-update')) feed.notes.refused()
}

function take(feed: AgendaFeed, event: FeedEvent): void {
  const view = feed.store.read()
  const state = nextFeedState(view.state, event)
  feed.store.write({ ...view, state })
  if (state.pending !== view.state.pending) keepChanges(tabStorage(), feed.storageKey, state.pending)
  if (state.isBehind && !view.state.isBehind) void fetchWhole(feed)
}
