import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { usePart, type Part } from '#app/ui/island/use-part.ts'
import { usePanel } from '../panel-context.ts'

type PanelPartProps<Loaded> = { part: Part<Loaded>; draw: (loaded: Loaded) => ReactNode; isWanted?: boolean }

/** Draws with a part of the panel as soon as it is wanted and here. */
export function PanelPart<Loaded>({ part, draw, isWanted = true }: PanelPartProps<Loaded>) {
  const { texts: { part: texts } } = usePanel()
  const { loaded, hasFailed, tryAgain } = usePart(part, isWanted)
  if (loaded) return draw(loaded)
  if (!isWanted) return null
  if (!hasFailed) return <p className="soft" role="status">{texts.loading}</p>
  return <p role="alert">{texts.failed} <Button type="button" tone="plain" onClick={tryAgain}>{texts.again}</Button></p>
}
