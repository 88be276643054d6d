/** Something that was said, as somebody hears it; a line with a known id takes the place of the one before. */
export type CaptionLine = { id: string; name: string; text: string }

/** Where captions come from: calls `onLine` for each line and each correction of one. The answer stops it. */
export type CaptionSource = { watch(onLine: (line: CaptionLine) => void): () => void }

/** As many as can be read beside a face. */
const SHOWN_LINES = 3

/** The lines that are shown after one more has come, oldest first. An empty text takes its line away. */
export function withCaption(lines: readonly CaptionLine[], line: CaptionLine): readonly CaptionLine[] {
  const isKnown = lines.some(({ id }) => id === line.id)
  const next = isKnown ? lines.map((known) => (known.id === line.id ? line : known)) : [...lines, line]
  return next.filter(({ text }) => text.trim() !== '').slice(-SHOWN_LINES)
}
