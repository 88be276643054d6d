import { useDeferredValue, useMemo, useState } from 'react'
import { isAdmitted, isUnderWay } from '../../../meeting/ui/call/call-state.ts'
import { receiveDoor, type Call, type CallView } from '../../../meeting/ui/call/call.ts'
import { useCall, useCallView } from '../../../meeting/ui/call/use-call.ts'
import { isLastStage } from '../../../meeting/ui/door/farewell.tsx'
import { sceneOf } from '../../../meeting/ui/room-scene.ts'
import { CallPlace } from '../../../meeting/ui/stage/call-place.tsx'
import { Announcer } from '../../../meeting/ui/stage/announcer.tsx'
import { useRing } from '../../../meeting/ui/stage/guests/use-ring.ts'
import { useWaitingTitle } from '../../../meeting/ui/stage/guests/use-waiting-title.ts'
import { OutsidePlace } from '../../../meeting/ui/door/outside-place.tsx'
import { useClock } from '#app/ui/island/use-store.ts'
import { useAgendaFeed } from '../feed/use-agenda-feed.ts'
import { AgendaPanel } from '../panel/agenda-panel.tsx'
import { AgendaList } from './agenda-list.tsx'
import { RoomFrame } from './room-frame.tsx'
import type { RoomPageData } from './room-page-data.ts'

const CLOCK_MS = 10_000

/** The whole room in one tab: the door, the call or the farewell, with the agenda beside it. */
export function MeetingRoom({ room }: { room: RoomPageData }) {
  const call = useCall(room)
  const view = useCallView(call)
  const { state, door, news } = view
  const isInside = isAdmitted(state) || isComingBack(view)
  const isOver = state.stage === 'ended'
  const inHand = useAgendaFeed(feedStart(room, call), { staysOpen: isUnderWay(state), isOver: isOver || state.stage === 'removed' })
  const [isPanelShown, setPanelShown] = useState(true)
  const scene = sceneOf(room)
  const now = useClock(CLOCK_MS) + inHand.clockOffsetMs
  const { role, locale, timeZone } = room.seat
  const viewer = useMemo(() => ({ role, locale, timeZone }), [role, locale, timeZone])
  // The agenda is drawn after the pictures: whoever is let in waits for a face first.
  const mayWrite = useDeferredValue(role === 'host' || isInside)
  useRing(door)
  useWaitingTitle(door, room.messages.room.guests.titleBar)
  const place = isInside ? 'call' : isLastStage(state.stage) ? 'over' : 'door'
  const hasPanel = state.stage !== 'removed' && (isPanelShown || !isInside)
  const { agenda: agendaTexts } = room.messages
  const panel = door.me.other
    ? <AgendaList agenda={inHand.agenda} texts={agendaTexts} />
    : <AgendaPanel {...{ inHand, viewer, isOver, mayWrite }} texts={agendaTexts} />
  return (
    <RoomFrame {...{ scene, door, place }} now={now} panel={hasPanel ? panel : null}>
      {isInside
        ? <CallPlace {...{ call, scene, view, isPanelShown }} onTogglePanel={() => setPanelShown(!isPanelShown)} />
        : <OutsidePlace {...{ call, scene, view, now }} />}
      <Announcer news={news} />
    </RoomFrame>
  )
}

/** Who was inside before a reload comes back to the stage at once: the door is for those who have yet to be let in. */
function isComingBack({ state, door }: CallView): boolean {
  return state.stage === 'knocking' && door.me.door === 'admitted'
}

function feedStart({ seat, agenda, serverNow, links }: RoomPageData, call: Call) {
  const author = { role: seat.role, name: seat.name }
  return { seatId: seat.id, author, ...agenda, serverNow, links, onDoor: (door: RoomPageData['door']) => receiveDoor(call, door) }
}
