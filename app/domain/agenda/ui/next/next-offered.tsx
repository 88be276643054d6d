import { useState } from 'react'
import type { NextMeeting } from '../../../meeting/next-meeting.ts'
import { receiveDoor, type Call } from '../../../meeting/ui/call/call.ts'
import type { RoomPageData } from '../room/room-page-data.ts'
import { NextCard } from './next-card.tsx'
import { useNext } from './use-next.ts'

type NextOfferedProps = { call: Call; room: RoomPageData; hostName: string; isAtLast: boolean; next: NextMeeting }

/** One offer of a next meeting, with what was fetched and chosen for it. */
export function NextOffered({ call, room, hostName, isAtLast, next }: NextOfferedProps) {
  const { offer, booked } = next
  const isHost = room.seat.role === 'host'
  const [isOpened, setOpened] = useState<boolean | null>(null)
  const isOpen = !booked && (isHost ? (isOpened ?? (isAtLast && !offer)) : offer !== null)
  const { inHand, load, ask } = useNext(room.links.nextTimes, {
    isWanted: isOpen && (isHost || offer?.proposed.length === 0), onDoor: (door) => receiveDoor(call, door),
  })
  return (
    <NextCard
      isHost={isHost} reader={room.seat} hostName={hostName} texts={room.messages.room.nextMeeting}
      next={next} isOpen={isOpen} inHand={inHand} onOpen={setOpened} onLater={(after) => void load({ after, kind: inHand.kind })}
      onKind={(kind) => void load({ after: null, kind })}
      onAsk={(asked) => void ask(asked).then((isDone) => isDone && setOpened(false))}
    />
  )
}
