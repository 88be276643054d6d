import { commonLines, MOST_LINES } from './text-edit.ts'

/** From one line of a text up to another, these stand instead; none of it is replaced where both are one. */
type Hunk = { from: number; to: number; lines: string[] }

/**
 * What two have made of one text, line by line: what each added, changed or took away stands. Null where both changed the
 * same lines in different ways, so that a text would come of it that neither of them wrote.
 */
export function mergeLines(base: string, first: string, second: string): string | null {
  if (first === second || base === second) return first
  if (base === first) return second
  const texts = [base, first, second].map((text) => text.split('\n'))
  const [lines = [], mine = [], others = []] = texts
  if (texts.some(({ length }) => length > MOST_LINES)) return null
  const made = hunksOf(lines, mine)
  const more = hunksOf(lines, others).filter((hunk) => !made.some((one) => isSame(one, hunk)))
  if (made.some((one) => more.some((other) => one.from < other.to && other.from < one.to))) return null
  return applyHunks(lines, [...made, ...more])
}

function hunksOf(base: string[], now: string[]): Hunk[] {
  const hunks: Hunk[] = []
  let [from, at] = [0, 0]
  for (const [to, until] of [...commonLines(base, now), [base.length, now.length] as const]) {
    if (to > from || until > at) hunks.push({ from, to, lines: now.slice(at, until) })
    ;[from, at] = [to + 1, until + 1]
  }
  return hunks
}

/** What is added at one place stands in the order given, and before what replaces the lines there. */
function applyHunks(base: string[], hunks: Hunk[]): string {
  const merged: string[] = []
  let at = 0
  for (const { from, to, lines } of hunks.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    merged.push(...base.slice(at, from), ...lines)
    at = to
  }
  return [...merged, ...base.slice(at)].join('\n')
}

function isSame(one: Hunk, other: Hunk): boolean {
  return one.from === other.from && one.to === other.to && one.lines.join('\n') === other.lines.join('\n')
}
