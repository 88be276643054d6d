import { useEffect, useState } from 'react'
import { withCaption, type CaptionLine, type CaptionSource } from './caption-lines.ts'

/** The newest lines of a source; none while there is no source. */
export function useCaptions(source: CaptionSource | null): readonly CaptionLine[] {
  const [lines, setLines] = useState<readonly CaptionLine[]>([])
  useEffect(() => source?.watch((line) => setLines((before) => withCaption(before, line))), [source])
  return lines
}
