/** off: pictures as good as the line carries. less: small pictures both ways. sound: no cameras at all; what is shared stays. */
export type SavingLevel = 'off' | 'less' | 'sound'

/** How data is saved, by whose decision, and since when the line has been poor without a break (epoch milliseconds). */
export type Saving = {
  level: SavingLevel
  /** The room went there by itself, so it says why and how to come back. */
  isByItself: boolean
  poorSince: number | null
  /** The person has said no to saving: until then the room keeps quiet. */
  quietUntil: number
}

export const NOT_SAVING: Saving = { level: 'off', isByItself: false, poorSince: null, quietUntil: 0 }

export const SAVING_LEVELS = ['off', 'less', 'sound'] as const satisfies readonly SavingLevel[]

/** As long as this a line may be poor before anything is done: most dips are shorter, and losing all faces is a larger step. */
const POOR_FOR_MS = { off: 10_000, less: 30_000 }
/** Whoever wants pictures in spite of the line is not asked again for this long. */
const QUIET_MS = 120_000

/** Above this share of lost packets faces break up and speech begins to suffer. */
const POOR_LOSS = 0.08
/** Fewer packets than this say nothing about a line. */
const TELLING_PACKETS = 50

/** What came in between two looks: packets that arrived, and packets that did not. */
export type Received = { packets: number; lost: number }

export type LineLook = { received: Received; quality: 'poor' | 'lost' | 'good' | 'unknown' }

/** Is this person's own line too thin for what it carries? */
export function isPoor({ received: { packets, lost }, quality }: LineLook): boolean {
  if (quality === 'poor' || quality === 'lost') return true
  return packets + lost >= TELLING_PACKETS && lost / (packets + lost) >= POOR_LOSS
}

/**
 * One step down after ten seconds on a poor line, one more after another thirty, and never up again: only the person turns
 * pictures back on, because a room that goes up and down by itself is worse than one that stays small.
 */
export function nextSaving(before: Saving, isLinePoor: boolean, now: number): Saving {
  const isToWait = !isLinePoor || now < before.quietUntil
  if (isToWait || before.level === 'sound') return before.poorSince === null ? before : { ...before, poorSince: null }
  if (before.poorSince === null) return { ...before, poorSince: now }
  if (now - before.poorSince < POOR_FOR_MS[before.level]) return before
  return { ...before, level: before.level === 'off' ? 'less' : 'sound', isByItself: true, poorSince: now }
}

/** The person's own choice. */
export function chosenSaving(before: Saving, level: SavingLevel, now: number): Saving {
  const isUp = SAVING_LEVELS.indexOf(level) < SAVING_LEVELS.indexOf(before.level)
  return { level, isByItself: false, poorSince: null, quietUntil: isUp ? now + QUIET_MS : before.quietUntil }
}
