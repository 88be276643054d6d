import { useEffect, useId, useRef, useState } from 'react'
import { browserNow } from '#app/ui/clock.ts'
import type { AgendaInHand } from '../feed/use-agenda-feed.ts'
import { useNotePlace } from '../notes/use-note-place.ts'
import type { Editor } from './editor.ts'
import type { Panel } from './panel-context.ts'
import { refusalOf } from './permission.ts'

type Given = Pick<Panel, 'viewer' | 'texts' | 'endsAt' | 'notes' | 'documents' | 'mayChange' | 'mayWrite'> & { inHand: AgendaInHand }

/** The panel's own state: which editor is open, where the focus goes next, and what was last read out. */
export function usePanelState({ inHand, ...given }: Given): { panel: Panel; announced: string } {
  const base = useId()
  const idOf = (part: string) => `${base}-${part}`
  const focusOn = useFocusRequests(idOf)
  const [editor, openEditor] = useState<Editor | null>(null)
  const [announced, announce] = useState('')
  const { agenda, clockOffsetMs } = inHand
  const place = useNotePlace(agenda)

  function attempt(change: Parameters<Panel['attempt']>[0]) {
    const reason = refusalOf(agenda, change, given.viewer.role)
    if (reason === null) inHand.change(change)
    return reason
  }
  return { panel: { ...given, agenda, clockOffsetMs, place, editor, openEditor, attempt, idOf, focusOn, announce }, announced }
}

/** A form that is fetched with the press that opens it gets the focus when it is here, unless the person has gone elsewhere. */
const FETCHED_WITHIN_MS = 2_000

function focusFirst(ids: string[], waiting: { from: Element | null; until: number }): void {
  const found = ids.map((id) => document.getElementById(id)).find((element) => element !== null)
  if (found) return found.focus()
  const isWaiting = browserNow() < waiting.until && (document.activeElement === waiting.from || document.activeElement === document.body)
  if (isWaiting) requestAnimationFrame(() => focusFirst(ids, waiting))
}

/** Moves the focus after the next drawing, when what should get it is in the page. */
function useFocusRequests(idOf: (part: string) => string): (...parts: string[]) => void {
  const wanted = useRef<string[]>([])
  const [, drawAgain] = useState(0)
  useEffect(() => {
    if (wanted.current.length === 0) return
    focusFirst(wanted.current.map(idOf), { from: document.activeElement, until: browserNow() + FETCHED_WITHIN_MS })
    wanted.current = []
  })
  return (...parts) => {
    wanted.current = parts
    drawAgain((count) => count + 1)
  }
}
