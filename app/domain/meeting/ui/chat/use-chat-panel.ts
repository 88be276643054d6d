import { useEffect, useState } from 'react'

type Loaded = Pick<typeof import('./panel/chat-panel.tsx'), 'ChatPanel'>

/** Kept for the page: it is fetched once. */
let loaded: Loaded | null = null

/** The chat's own code, as soon as it is here. */
export function useChatPanel(): { ChatPanel: Loaded['ChatPanel'] | null; hasFailed: boolean; tryAgain: () => void } {
  const [tries, setTries] = useState(0)
  const [, setArrived] = useState(loaded !== null)
  const [failedAt, setFailedAt] = useState(-1)
  useEffect(() => {
    if (loaded) return
    import('./panel/chat-panel.tsx').then((part) => {
      loaded = part
      setArrived(true)
    }).catch(() => setFailedAt(tries))
  }, [tries])
  return { ChatPanel: loaded?.ChatPanel ?? null, hasFailed: failedAt === tries, tryAgain: () => setTries(tries + 1) }
}
