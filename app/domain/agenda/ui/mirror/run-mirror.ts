import { startSteadyTimer } from '#app/ui/browser/steady-timer.ts'
import type { Call } from '../../../meeting/ui/call/call.ts'
import type { MirrorView } from '../../mirror/mirror.ts'
import { createCounter, type Counter } from './counter.ts'
import { postSpoken } from './post-spoken.ts'
import type { Moment } from './tally.ts'

const LOOK_EVERY_MS = 1_000
const TELL_EVERY_MS = 5_000

export type MirrorRun = { url: string; isCounting: boolean; itemId: () => string | null; onView: (view: MirrorView) => void }

/** Counts while `isCounting`; before and after that the sums are only read. The answer ends it. */
export function runMirror(call: Call, { url, isCounting, itemId, onView }: MirrorRun): () => void {
  if (!isCounting) return look(url, onView)
  const counter = createCounter({ post: (report) => postSpoken(url, report), onView, clock: () => performance.now() })
  return runCounter(counter, call, itemId)
}

function look(url: string, onView: (view: MirrorView) => void): () => void {
  const leaving = new AbortController()
  fetch(url, { headers: { Accept: 'application/json' }, signal: leaving.signal })
    .then(async (response) => { if (response.ok) onView(await response.json()) }).catch(() => null)
  return () => leaving.abort()
}

function runCounter(counter: Counter, call: Call, itemId: () => string | null): () => void {
  const look = () => counter.look(momentOf(call, itemId()))
  const leaving = new AbortController()
  let ticks = 0
  const stopTimer = startSteadyTimer(() => {
    look()
    ticks += 1
    if (ticks % (TELL_EVERY_MS / LOOK_EVERY_MS) === 0) void counter.tell()
  }, LOOK_EVERY_MS)
  const unwatch = call.store.watch(look)
  window.addEventListener('pagehide', counter.end, { signal: leaving.signal })
  void counter.tell()
  return () => {
    leaving.abort()
    stopTimer()
    unwatch()
    counter.end()
  }
}

function momentOf({ store, room }: Call, itemId: string | null): Moment {
  const { people, isSpeaking } = store.read()
  const others = people.filter((person) => person.isSpeaking).map(({ id }) => id)
  return { identities: isSpeaking ? [...others, room.localParticipant.identity] : others, itemId }
}
