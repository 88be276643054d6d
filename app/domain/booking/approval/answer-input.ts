/** The longest word that goes with a no. */
export const ANSWER_LETTERS = 1_000

/** What the consultant wrote beside a no, without the characters that mean nothing in it; null for nothing. */
export function readAnswerText(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '').trim()
  return text.slice(0, ANSWER_LETTERS) || null
}
