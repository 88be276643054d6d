import type { SuggestedLayout } from '../../../meeting/ui/stage/choices/stage-desk.ts'
import type { Agenda } from '../../agenda.ts'

const LAYOUT_OF = { 'faces': 'side-by-side', 'share': 'speaker', 'both': 'automatic' } as const

/** How the current item wants the call to be seen; nothing when it does not say. */
export function suggestedLayoutOf({ items, currentItemId }: Agenda): SuggestedLayout {
  const wanted = items.find(({ id }) => id === currentItemId)?.layout
  return { key: currentItemId, layout: wanted ? LAYOUT_OF[wanted] : null }
}
