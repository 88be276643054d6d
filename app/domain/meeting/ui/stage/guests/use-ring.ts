import { useEffect, useRef } from 'react'
import { whoCame } from '../../call/news.ts'
import type { DoorView } from '../../../room-data.ts'
import { ring } from '#app/ui/browser/ring.ts'

/** Rings when somebody comes to the door. Guests never see anybody wait, so it is the host's alone. */
export function useRing(door: DoorView): void {
  const before = useRef(door)
  useEffect(() => {
    const came = whoCame(before.current, door)
    before.current = door
    if (came.some((those) => those.length > 0)) void ring()
  }, [door])
}
