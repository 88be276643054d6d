import { useEffect, useRef } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { notify } from '#app/ui/browser/notify.ts'
import { ring } from '#app/ui/browser/ring.ts'
import { whoCame } from '../../call/news.ts'
import type { DoorView } from '../../../room-data.ts'
import type { RoomScene } from '../../room-scene.ts'

/**
 * Rings when somebody comes to the door, and tells the system for a host who looks elsewhere; by the seat, as the desk does,
 * so that one knock is told once. Guests never see anybody wait, so it is the host's alone.
 */
export function useRing(door: DoorView, { meeting: { title: body }, texts: { news, warmDoor } }: RoomScene): void {
  const before = useRef(door)
  useEffect(() => {
    const [guests, devices] = whoCame(before.current, door)
    before.current = door
    if (guests.length + devices.length === 0) return
    void ring()
    const tell = (words: string, name: string, tag: string) => notify(fill(words, { name }), { tag, body, onPress() {} })
    guests.forEach(({ name, seatId }) => tell(news.knocked, name, seatId))
    devices.forEach(({ name, deviceId }) => tell(warmDoor.device.knocked, name, deviceId))
  }, [door, body, news, warmDoor])
}
