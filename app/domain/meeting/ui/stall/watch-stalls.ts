import type { LineAnswer } from '../../line/line.ts'
import { say, type Call } from '../call/call.ts'
import { createAppReach, postLine, type AppReach } from './app-reach.ts'
import { standingWords, type LineWord } from './line-words.ts'
import { measure } from './measure.ts'
import { isDoubtful, isToWatchClosely, lineOf, nextWatched, NOTHING_SEEN, type Stall, type Watched } from './stall.ts'
import { wordsOfStall } from './stall-words.ts'

const LOOK_EVERY_MS = 500
/** While something is late: whoever waits for the word counts from the moment of the trouble. */
const LOOK_CLOSELY_EVERY_MS = 250

/** Looks twice a second whether everything flows that should, closer in doubt, and shows what does not. The answer ends it. */
export function watchStalls(call: Call): () => void {
  const words = new Map<string, LineWord>()
  const reach = createAppReach((line) => postLine(call.links.line, line), { now: clock, onAnswer: (answer) => takeAnswer(call, answer) })
  let watched = NOTHING_SEEN
  let isLooking = false
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function lookNow(): Promise<void> {
    if (isLooking) return
    isLooking = true
    clearTimeout(timer)
    watched = await look(call, { watched, words, reach }).catch(() => watched)
    isLooking = false
    if (!isOver) timer = setTimeout(() => void lookNow(), isToWatchClosely(watched, clock()) ? LOOK_CLOSELY_EVERY_MS : LOOK_EVERY_MS)
  }
  call.onLine = ({ identity, line }) => {
    words.set(identity, { line, at: clock() })
    void lookNow()
  }
  void lookNow()
  return () => {
    isOver = true
    clearTimeout(timer)
    call.onLine = () => {}
  }
}

type Looking = { watched: Watched; words: Map<string, LineWord>; reach: AppReach }

async function look(call: Call, { watched, words, reach }: Looking): Promise<Watched> {
  const { state: { stage }, door } = call.store.read()
  if (stage !== 'inside' && stage !== 'interrupted') return forget(call)
  const { isSignalUp, ...measured } = await measure(call.room)
  const at = clock()
  const isServerUp = isSignalUp && door.livekit.state === 'ready'
  const app = reach.read(at)
  const notes = standingWords(words, at)
  const seen = nextWatched(watched, { ...measured, at, app, isServerUp, isMending: stage === 'interrupted', notes })
  if (isDoubtful(seen, at) || lineOf(seen) !== reach.told()) reach.tell(lineOf(seen), at)
  show(call, seen.stalls)
  return seen
}

function forget(call: Call): Watched {
  show(call, [])
  return NOTHING_SEEN
}

/** A host's answer names where the guests can be rung; it is kept for when nobody answers. */
function takeAnswer(call: Call, { numbers }: LineAnswer): void {
  if (numbers.length > 0) call.store.write({ ...call.store.read(), numbers })
}

function show(call: Call, stalls: Stall[]): void {
  const view = call.store.read()
  if (stalls === view.stalls || (stalls.length === 0 && view.stalls.length === 0)) return
  call.store.write({ ...view, stalls })
  const [first] = stalls
  const others = view.people.map(({ name }) => name)
  if (first) say(call, wordsOfStall(first, others, call.texts.stall))
  else if (view.state.stage === 'inside') say(call, call.texts.news.mended)
}

/** A clock that nobody sets. */
function clock(): number {
  return performance.now()
}
