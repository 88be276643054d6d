/** A run of letters as the library finds it; what only marks the structure has no `str`. */
type Run = { str: string; hasEOL: boolean } | { type: string }

/** More than this is no page that anybody listens to. */
const MOST_LETTERS = 20_000

/** The text of a page in lines, for whoever does not see it. */
export function linesOf(runs: readonly Run[]): string[] {
  const lines = ['']
  for (const run of runs) {
    if (!('str' in run)) continue
    lines.push((lines.pop() ?? '') + run.str)
    if (run.hasEOL) lines.push('')
  }
  const text = lines.map((line) => line.replaceAll(/\s+/gu, ' ').trim()).filter(Boolean)
  return text.join('\n').slice(0, MOST_LETTERS).split('\n').filter(Boolean)
}
