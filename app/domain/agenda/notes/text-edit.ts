/** In a text, from a place on: so many characters go, and these come. */
export type TextEdit = { at: number; remove: number; insert: string }

/** More lines than this on both sides are replaced in one piece: comparing them all would take its time. */
export const MOST_LINES = 400

/**
 * The one edit that leads from one text to the other, as small as it can be; null when they are alike.
 * @param caret where the caret stands afterwards: it tells which of two like letters was typed.
 */
export function oneEdit(before: string, after: string, caret = after.length): TextEdit | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let tail = commonEnd(before, after, Math.min(shorter, Math.max(0, after.length - caret)))
  const head = commonStart(before, after, shorter - tail)
  tail += commonEnd(before.slice(0, before.length - tail), after.slice(0, after.length - tail), shorter - head - tail)
  return { at: head, remove: before.length - head - tail, insert: after.slice(head, after.length - tail) }
}

/** Edits from one text to another, to be made in this order; lines that stay are not touched. */
export function textEdits(before: string, after: string): TextEdit[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  if (old.length > MOST_LINES || now.length > MOST_LINES) return [oneEdit(before, after)].filter((edit) => edit !== null)
  const edits: TextEdit[] = []
  let [at, from, to] = [0, 0, 0]
  for (const [oldLine, newLine] of [...commonLines(old, now), [old.length, now.length] as const]) {
    const edit = oneEdit(old.slice(from, oldLine).join(''), now.slice(to, newLine).join(''))
    if (edit) edits.push({ ...edit, at: edit.at + at })
    at += now.slice(to, newLine + 1).join('').length
    ;[from, to] = [oldLine + 1, newLine + 1]
  }
  return edits
}

/** Where a caret stands after edits that somebody else made. What is written right at it comes after it. */
export function moveCaret(caret: number, edits: readonly TextEdit[]): number {
  return edits.reduce((place, { at, remove, insert }) => {
    if (at >= place) return place
    return at + insert.length + Math.max(0, place - at - remove)
  }, caret)
}

export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce((done, { at, remove, insert }) => done.slice(0, at) + insert + done.slice(at + remove), text)
}

function commonStart(one: string, other: string, most: number): number {
  let count = 0
  while (count < most && one[count] === other[count]) count += 1
  // Half a character is no character: both halves go or stay.
  return count > 0 && isHigh(one.charCodeAt(count - 1)) ? count - 1 : count
}

function commonEnd(one: string, other: string, most: number): number {
  let count = 0
  while (count < most && one[one.length - count - 1] === other[other.length - count - 1]) count += 1
  return count > 0 && isLow(one.charCodeAt(one.length - count)) ? count - 1 : count
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/u)
}

/** The longest run of lines that both have in this order, as pairs of their numbers. */
export function commonLines(old: string[], now: string[]): (readonly [number, number])[] {
  const best = old.map(() => new Array<number>(now.length + 1).fill(0))
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = best[i] ?? []
    for (let j = now.length - 1; j >= 0; j -= 1) row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  }
  const pairs: (readonly [number, number])[] = []
  for (let [i, j] = [0, 0]; i < old.length && j < now.length;) {
    if (old[i] === now[j]) pairs.push([i++, j++] as const)
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
