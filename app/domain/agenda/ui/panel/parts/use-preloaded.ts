import { useEffect } from 'react'
import { preloadParts } from './parts.ts'

/** Fetches what a press opens before anybody presses, once there is time for it. */
export function usePreloaded(isTime: boolean): void {
  useEffect(() => { if (isTime) preloadParts() }, [isTime])
}
