import { useEffect } from 'react'
import type { Call } from '../call/call.ts'

const ASKS_EVERY_MS = 8_000

/** Whoever was turned away has no stream that tells them of anything, so their page asks whether the host has called them back. */
export function useCalledBack(call: Call, isAsking: boolean): void {
  useEffect(() => {
    if (!isAsking) return
    const timer = setInterval(() => call.onDoubt(), ASKS_EVERY_MS)
    return () => clearInterval(timer)
  }, [call, isAsking])
}
