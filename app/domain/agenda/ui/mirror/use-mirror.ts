import { useEffect, useRef, useState } from 'react'
import { createPart, usePart } from '#app/ui/island/use-part.ts'
import type { Call } from '../../../meeting/ui/call/call.ts'
import type { MirrorView } from '../../mirror/mirror.ts'

type Given = { url: string; isHost: boolean; isCounting: boolean; itemId: string | null }

const RUN = createPart(() => import('./run-mirror.ts'))

/** Counts while a host is inside, and gives what was counted; null for guests, whose browsers don't fetch it, and until it is known. */
export function useMirror(call: Call, { url, isHost, isCounting, itemId }: Given): MirrorView | null {
  const [view, setView] = useState<MirrorView | null>(null)
  const item = useRef(itemId)
  useEffect(() => { item.current = itemId })
  const { loaded } = usePart(RUN, isHost)
  useEffect(() => {
    if (isHost && loaded) return loaded.runMirror(call, { url, isCounting, itemId: () => item.current, onView: setView })
  }, [call, url, isHost, isCounting, loaded])
  return view
}
