import { useEffect } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { DoorView } from '../../../room-data.ts'

/** Says in the tab's title how many wait, for a host who looks at another tab. Guests never see anybody wait. */
export function useWaitingTitle(door: DoorView, words: string): void {
  const count = door.guests.filter((guest) => guest.door === 'waiting' && guest.isPresent).length + (door.devices?.length ?? 0)
  useEffect(() => {
    if (count === 0) return
    const before = document.title
    document.title = fill(words, { count, title: before })
    return () => { document.title = before }
  }, [count, words])
}
