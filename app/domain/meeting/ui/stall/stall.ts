import type { LineState } from '../../line/line.ts'
import { nextFlow, stillMs, type Flow } from './flow.ts'

/**
 * my-line: nothing goes either way here. my-upload: what this browser sends does not arrive. server: nothing goes for
 * anybody. their-line: nothing comes from that person alone. their-picture: only the sound does. their-download: that
 * person's browser gets nothing, though theirs is seen here.
 */
export type StallReason = 'my-line' | 'my-upload' | 'server' | 'their-line' | 'their-picture' | 'their-download'

/** `person` is whose line it is; null for this browser's own, and the server's. */
export type Stall = { why: StallReason; person: { id: string; name: string } | null }

/** Counters of somebody else's media; null where none are due, as with a camera that is off or a picture that is paused. */
export type Incoming = { id: string; name: string; picture: number | null; sound: number | null }

/** What is measured in one moment; `at` in milliseconds of a clock that only goes forward. */
export type Sample = {
  at: number
  people: Incoming[]
  /** Packets sent so far, and the newest report of what arrived; null while nothing is sent. */
  sent: number | null
  reportedAt: number | null
  /** How long before this moment that report came, milliseconds: looks are too far apart to tell. */
  reportedAgoMs: number
  /** silent: the app was asked and gives no answer in time. unknown: nothing is known since the trouble began. */
  app: 'reached' | 'silent' | 'unknown'
  /** The media server stands, as far as the app and the signal connection know. */
  isServerUp: boolean
  /** LiveKit's client has noticed too and is at work: that nobody is left to look at is no recovery. */
  isMending: boolean
  /** What the others' browsers tell of their lines, by identity. */
  notes: Readonly<Record<string, LineState>>
}

export type Watched = {
  at: number | null
  people: Readonly<Record<string, { picture: Flow | null; sound: Flow | null }>>
  sent: Flow | null
  report: Flow | null
  /** When nobody was heard or seen last. */
  quietAt: number
  stalls: Stall[]
  /** Since when something is shown. */
  since: number
}

export const NOTHING_SEEN: Watched = { at: null, people: {}, sent: null, report: null, quietAt: -Infinity, stalls: [], since: 0 }

/** Two looks in a row without a frame, a little less for timers that come early. */
const PICTURE_STILL_MS = 900
/** Silence is sent as a packet every 400 ms (Opus DTX), by some browsers less often. */
const SOUND_STILL_MS = 3_000
/** LiveKit reports what arrived once a second. */
const UNREPORTED_MS = 1_400
const REPORT_DUE_MS = 1_000
/** By then the app is asked, so that its answer is here when the report is overdue. */
const REPORT_LATE_MS = 1_150
/** A browser that looks so late was asleep, or had no time: what it missed proves nothing. */
const ASLEEP_MS = 2_000
/** Words that come and go faster than this can't be read. */
const SHOWN_AT_LEAST_MS = 2_000

/** Takes in one sample. The same `stalls` array means that nothing has changed. */
export function nextWatched(before: Watched, sample: Sample): Watched {
  const { at } = sample
  const known = before.at !== null && at - before.at < ASLEEP_MS ? before : { ...NOTHING_SEEN, stalls: before.stalls, since: before.since }
  const people = Object.fromEntries(sample.people.map(({ id, picture, sound }) => [id, {
    picture: nextFlow(known.people[id]?.picture ?? null, picture, at),
    sound: nextFlow(known.people[id]?.sound ?? null, sound, at),
  }]))
  const report = nextFlow(known.report, sample.reportedAt, at - sample.reportedAgoMs)
  const flows = { ...known, at, people, report, sent: nextFlow(known.sent, sample.sent, at) }
  const seen = { ...flows, quietAt: isQuiet(flows, sample) ? at : known.quietAt }
  const found = findStalls(seen, sample)
  if (found === null || isSame(found, before.stalls)) return { ...seen, stalls: before.stalls }
  const isTooSoon = sample.isMending || at - before.since < SHOWN_AT_LEAST_MS
  if (found.length === 0 && isTooSoon) return { ...seen, stalls: before.stalls }
  return { ...seen, stalls: found, since: before.stalls.length === 0 ? at : before.since }
}

/** Is there reason to ask the app whether it can be reached? */
export function isDoubtful(watched: Watched, at: number): boolean {
  const flows = Object.values(watched.people)
  const quiet = flows.some(({ picture, sound }) => (picture ? stillMs(picture, at) >= 400 : stillMs(sound, at) >= 1_000))
  return quiet || isUnreportedFor(REPORT_LATE_MS, watched, at) || watched.stalls.length > 0
}

/** May something be found in a moment? */
export function isToWatchClosely(watched: Watched, at: number): boolean {
  return isDoubtful(watched, at) || isUnreportedFor(REPORT_DUE_MS, watched, at)
}

/** What this browser tells the others of its own line. */
export function lineOf({ stalls: [first] }: Watched): LineState {
  if (first?.why === 'my-upload') return 'no-upload'
  return first?.why === 'my-line' || first?.why === 'server' ? 'no-media' : 'good'
}

/** Null: too early to tell, what was found before holds. */
function findStalls(seen: Watched, sample: Sample): Stall[] | null {
  const { at, people } = sample
  // To nobody nothing is sent (dynacast), and nothing is missed by anybody.
  if (people.length === 0) return sample.isMending ? null : []
  const still = people.filter((person) => isStill(seen, person, at))
  const isNothingHeard = seen.quietAt === at
  const sending = sendingOf(seen, at, isNothingHeard ? newestMove(seen) : null)
  if (isNothingHeard) return whenNothingComes(sample, still, sending)
  // When all was dead, reports come again a second after the pictures.
  if (sending === 'dead' && at - seen.quietAt >= UNREPORTED_MS) return whenNothingArrives(sample)
  const frozen = still.map((person): Stall => ({ why: isHeard(seen, person, at) ? 'their-picture' : 'their-line', person: nameOf(person) }))
  const deaf = people.filter((person) => sample.notes[person.id] === 'no-media' && !still.includes(person))
  return [...frozen, ...deaf.map((person): Stall => ({ why: 'their-download', person: nameOf(person) }))]
}

/** Was somebody seen or heard, and is nobody now? */
function isQuiet(flows: Watched, { at, people }: Sample): boolean {
  const due = people.filter((person) => isDue(flows, person))
  return due.length > 0 && due.every((person) => isStill(flows, person, at) && !isHeard(flows, person, at))
}

function whenNothingComes({ app, isServerUp, notes, people }: Sample, still: Incoming[], sending: Sending): Stall[] | null {
  // A report came through this browser's line after the others fell silent, whatever the app has to say.
  if (sending === 'good' && isServerUp) return still.map((person) => ({ why: 'their-line', person: nameOf(person) }))
  if (app === 'silent') return [{ why: 'my-line', person: null }]
  if (app === 'unknown' || sending === 'unclear') return null
  const isForAll = people.every(({ id }) => notes[id] === 'no-media')
  if (!isServerUp || (sending === 'dead' && isForAll)) return [{ why: 'server', person: null }]
  if (sending === 'dead') return [{ why: 'my-line', person: null }]
  return still.map((person) => ({ why: 'their-line', person: nameOf(person) }))
}

function whenNothingArrives({ app, isServerUp }: Sample): Stall[] | null {
  if (app === 'unknown') return null
  return [{ why: app === 'reached' && !isServerUp ? 'server' : 'my-upload', person: null }]
}

type Sending = 'good' | 'dead' | 'unclear' | 'none'

/** Does what is sent arrive? After `since` (when the others fell silent) only a newer report counts. */
function sendingOf({ sent, report }: Watched, at: number, since: number | null): Sending {
  const hasBegun = sent?.movedAt != null && report?.movedAt != null
  if (!hasBegun) return 'none'
  if (isUnreportedFor(UNREPORTED_MS, { sent, report }, at)) return 'dead'
  return since !== null && (report.movedAt ?? 0) <= since && stillMs(sent, at) < UNREPORTED_MS ? 'unclear' : 'good'
}

/** Is something sent of which no report says that it arrived? */
function isUnreportedFor(forMs: number, { sent, report }: Pick<Watched, 'sent' | 'report'>, at: number): boolean {
  if (sent?.movedAt == null || report?.movedAt == null) return false
  return sent.movedAt > report.movedAt && stillMs(report, at) >= forMs
}

function isDue(seen: Watched, { id }: Incoming): boolean {
  const flows = seen.people[id]
  return (flows?.picture ?? flows?.sound)?.movedAt != null
}

function isStill(seen: Watched, { id, picture }: Incoming, at: number): boolean {
  const flows = seen.people[id]
  return picture === null ? stillMs(flows?.sound ?? null, at) >= SOUND_STILL_MS : stillMs(flows?.picture ?? null, at) >= PICTURE_STILL_MS
}

function isHeard(seen: Watched, { id, picture }: Incoming, at: number): boolean {
  const sound = seen.people[id]?.sound
  return picture !== null && sound?.movedAt != null && stillMs(sound, at) < PICTURE_STILL_MS
}

function newestMove({ people }: Watched): number {
  return Math.max(0, ...Object.values(people).flatMap(({ picture, sound }) => [picture?.movedAt ?? 0, sound?.movedAt ?? 0]))
}

function nameOf({ id, name }: Incoming): { id: string; name: string } {
  return { id, name }
}

function isSame(some: Stall[], others: Stall[]): boolean {
  const keys = (stalls: Stall[]) => stalls.map(({ why, person }) => `${why} ${person?.id ?? ''}`).join()
  return keys(some) === keys(others)
}
