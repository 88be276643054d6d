import { askApp } from '#app/ui/island/ask-app.ts'
import type { LineAnswer, LineState } from '../../line/line.ts'
import type { Sample } from './stall.ts'

/** The app counts as silent when it has not answered within this time: four times a slow trip. */
const SILENT_AFTER_MS = 700
const GIVEN_UP_AFTER_MS = 2_500
/** How often it is told of trouble that goes on. */
const AGAIN_AFTER_MS = 1_000
/** What was known longer ago is not known. */
const KNOWN_FOR_MS = 1_500

export type AppReach = {
  /** Tells the app how the line goes, unless it was just told the same, or is being told. */
  tell(line: LineState, at: number): void
  /** What the app has heard last; null before the first time, and when it can't be known whether it heard. */
  told(): LineState | null
  read(at: number): Sample['app']
}

type Post = (line: LineState) => Promise<LineAnswer | null>

/** Whether the app can be reached, found out by telling it how the line goes. `now` as for `Sample.at`. */
export function createAppReach(post: Post, { now, onAnswer }: { now: () => number; onAnswer: (answer: LineAnswer) => void }): AppReach {
  let asked: { line: LineState; at: number } | null = null
  let told: LineState | null = null
  let isAsking = false
  let unansweredSince: number | null = null
  let answeredAt: number | null = null

  async function ask(line: LineState, at: number): Promise<void> {
    asked = { line, at }
    isAsking = true
    unansweredSince ??= at
    const answer = await post(line)
    isAsking = false
    told = answer && line
    if (answer === null) return
    answeredAt = now()
    unansweredSince = null
    onAnswer(answer)
  }

  return {
    tell(line, at) {
      const isKnown = asked?.line === line && at - asked.at < AGAIN_AFTER_MS
      // A browser has six connections for the app, and those that hang would take them from the agenda.
      if (!isKnown && !isAsking) void ask(line, at)
    },
    told: () => told,
    read(at) {
      if (unansweredSince !== null && at - unansweredSince >= SILENT_AFTER_MS) return 'silent'
      return answeredAt !== null && at - answeredAt < KNOWN_FOR_MS ? 'reached' : 'unknown'
    },
  }
}

/** Tells the app; null when it does not answer. */
export async function postLine(url: string, line: LineState): Promise<LineAnswer | null> {
  const response = await askApp(url, { body: { line }, withinMs: GIVEN_UP_AFTER_MS })
  return response?.ok ? response.json().catch(() => null) : null
}
