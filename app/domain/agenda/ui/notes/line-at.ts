/** A stretch of a text: whole lines, the break behind them included. */
export type Lines = { at: number; length: number; text: string }

/** The lines that are selected, or the one in which the caret stands. */
export function linesAt(text: string, start: number, end: number): Lines {
  const at = text.lastIndexOf('\n', start - 1) + 1
  // A selection that ends right behind a break does not mean the line below.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end
  const found = text.indexOf('\n', last)
  const stop = found < 0 ? text.length : found + 1
  return { at, length: stop - at, text: text.slice(at, stop).trim() }
}
