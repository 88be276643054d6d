import { useState } from 'react'
import { isAdmitted } from '../../../meeting/ui/call/call-state.ts'
import { receiveDoor, type Call } from '../../../meeting/ui/call/call.ts'
import { useCallView } from '../../../meeting/ui/call/use-call.ts'
import { usePanel } from '../panel/panel-context.ts'
import type { RoomPageData } from '../room/room-page-data.ts'
import { NextCard } from './next-card.tsx'
import { useNext } from './use-next.ts'

/** The next meeting, in the panel: for the host at any time and by itself at the last point, for a guest once times are offered. */
export function NextPart({ call, room }: { call: Call; room: RoomPageData }) {
  const { door: { next }, state } = useCallView(call)
  const { agenda: { items, currentItemId }, viewer, mayWrite } = usePanel()
  const [isOpened, setOpened] = useState<boolean | null>(null)
  const isHost = viewer.role === 'host'
  const isInside = mayWrite && isAdmitted(state)
  const isAtLast = currentItemId !== null && items.at(-1)?.id === currentItemId
  const booked = next?.booked ?? null
  const offer = next?.offer ?? null
  const isOpen = isInside && !booked && (isHost ? (isOpened ?? (isAtLast && !offer)) : offer !== null)
  const proposed = offer?.proposed ?? []
  const { inHand, load, ask } = useNext(room.links.nextTimes, {
    isWanted: isOpen && (isHost || proposed.length === 0), onDoor: (door) => receiveDoor(call, door),
  })
  if (!booked && !isInside) return null
  return (
    <NextCard
      isHost={isHost} reader={room.seat} hostName={room.host.name} texts={room.messages.room.nextMeeting}
      next={{ offer, booked }} isOpen={isOpen} inHand={inHand}
      onOpen={setOpened} onLater={(at) => void load(at)}
      onAsk={(asked) => void ask(asked).then((isDone) => isDone && setOpened(isHost ? false : null))}
    />
  )
}
