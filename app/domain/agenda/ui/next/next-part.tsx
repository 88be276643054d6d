import { useState } from 'react'
import type { NextMeeting } from '../../../meeting/next-meeting.ts'
import { isAdmitted } from '../../../meeting/ui/call/call-state.ts'
import { receiveDoor, type Call } from '../../../meeting/ui/call/call.ts'
import { useCallView } from '../../../meeting/ui/call/use-call.ts'
import { usePanel } from '../panel/panel-context.ts'
import type { RoomPageData } from '../room/room-page-data.ts'
import { NextCard } from './next-card.tsx'
import { useNext } from './use-next.ts'

type NextPartProps = { call: Call; room: RoomPageData }

/** The next meeting, in the panel: for the host at any time and by itself at the last point, for a guest once times are offered. */
export function NextPart({ call, room }: NextPartProps) {
  const { door, state } = useCallView(call)
  const { agenda: { items, currentItemId }, mayWrite } = usePanel()
  const { offer = null, booked = null } = door.next ?? {}
  const isInside = mayWrite && isAdmitted(state)
  const isAtLast = currentItemId !== null && items.at(-1)?.id === currentItemId
  if (!booked && !isInside) return null
  // What was fetched and chosen for one offer is of no use for another.
  return <Offered key={offer?.proposed.join(' ') ?? 'none'} {...{ call, room, isAtLast }} next={{ offer, booked }} />
}

function Offered({ call, room, isAtLast, next }: NextPartProps & { isAtLast: boolean; next: NextMeeting }) {
  const { offer, booked } = next
  const isHost = room.seat.role === 'host'
  const [isOpened, setOpened] = useState<boolean | null>(null)
  const isOpen = !booked && (isHost ? (isOpened ?? (isAtLast && !offer)) : offer !== null)
  const { inHand, load, ask } = useNext(room.links.nextTimes, {
    isWanted: isOpen && (isHost || offer?.proposed.length === 0), onDoor: (door) => receiveDoor(call, door),
  })
  return (
    <NextCard
      isHost={isHost} reader={room.seat} hostName={room.host.name} texts={room.messages.room.nextMeeting}
      next={next} isOpen={isOpen} inHand={inHand} onOpen={setOpened} onLater={(at) => void load(at)}
      onAsk={(asked) => void ask(asked).then((isDone) => isDone && setOpened(false))}
    />
  )
}
