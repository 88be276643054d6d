import type { CaptionLine } from './caption-lines.ts'

/** What is said, in writing, below the pictures; not there until the first line comes. */
export function Captions({ lines, label }: { lines: readonly CaptionLine[]; label: string }) {
  if (lines.length === 0) return null
  return (
    <div className="captions" role="log" aria-label={label} aria-live="polite">
      {lines.map(({ id, name, text }) => <p key={id}><span className="caption-name">{name}:</span> {text}</p>)}
    </div>
  )
}
