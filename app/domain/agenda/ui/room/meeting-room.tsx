import { useDeferredValue, useMemo } from 'react'
import type { SeatRole } from '../../../meeting/meeting.ts'
import { isAdmitted } from '../../../meeting/ui/call/call-state.ts'
import { say, type Call, type CallView } from '../../../meeting/ui/call/call.ts'
import { useCallCourse } from '../../../meeting/ui/call/use-call.ts'
import { isLastStage } from '../../../meeting/ui/door/farewell.tsx'
import { sceneOf } from '../../../meeting/ui/room-scene.ts'
import { CallPlace } from '../../../meeting/ui/stage/call-place.tsx'
import { CallNews } from '../../../meeting/ui/stage/announcer.tsx'
import { useRing } from '../../../meeting/ui/stage/guests/use-ring.ts'
import { useWaitingTitle } from '../../../meeting/ui/stage/guests/use-waiting-title.ts'
import { useLater } from '../../../meeting/ui/stage/pictures/use-later.ts'
import { OutsidePlace } from '../../../meeting/ui/door/outside-place.tsx'
import { useChatDesk, useChatView } from '../../../meeting/ui/chat/use-chat.ts'
import { tabStorage } from '#app/ui/island/tab-storage.ts'
import { useClock } from '#app/ui/island/use-store.ts'
import { showingOf } from '../document/showing.tsx'
import { useMirrorPart } from '../mirror/use-mirror-part.tsx'
import { AgendaPanel } from '../panel/agenda-panel.tsx'
import { agendaKeys } from './agenda-keys.ts'
import { AgendaList } from './agenda-list.tsx'
import { NowPoint } from './now-point.tsx'
import { RoomFrame } from './room-frame.tsx'
import type { RoomPageData } from './room-page-data.ts'
import { SidePanel } from './side-panel.tsx'
import { suggestedLayoutOf } from './suggested-layout.ts'
import { useRoomAgenda } from './use-room-agenda.tsx'
import { useSide } from './use-side.ts'

const CLOCK_MS = 10_000
/** By then the door is drawn and a face at it is seen. */
const STAGE_PREPARED_AFTER_MS = 500

/** The whole room in one tab: the door, the call or the farewell, with the agenda beside it. */
export function MeetingRoom({ room, call }: { room: RoomPageData; call: Call }) {
  const { state, door } = useCallCourse(call)
  const { id, role, locale, timeZone } = room.seat
  const isInside = isAdmitted(state) || isComingBack({ state, door })
  const isOver = state.stage === 'ended'
  const isPrepared = useStagePrepared(role, { state, door })
  const chat = useChatDesk({ ownSeatId: room.seat.id, links: room.links, storage: tabStorage() })
  const viewer = useMemo(() => ({ seatId: id, role, locale, timeZone }), [id, role, locale, timeZone])
  // The agenda is drawn after the pictures: whoever is let in waits for a face first.
  const mayWrite = useDeferredValue(role === 'host' || isInside)
  const { inHand, ...kept } = useRoomAgenda({ room, call, chat, mayWrite, state })
  const side = useSide()
  const scene = sceneOf(room, door)
  const mirror = useMirrorPart({ call, isInside: state.stage === 'inside', scene, agenda: inHand.agenda, choice: room.mirror })
  const now = useClock(CLOCK_MS) + inHand.clockOffsetMs
  useRing(door, scene)
  useWaitingTitle(door, room.messages.room.guests.titleBar)
  const place = isInside ? 'call' : isLastStage(state.stage) ? 'over' : 'door'
  const hasPanel = state.stage !== 'removed' && (side.isShown || !isInside)
  const { unread, messages } = useChatView(chat, hasPanel && side.tab === 'chat' && isInside)
  // Outside nobody writes, and after the end it is all to be read.
  const hasChat = useDeferredValue(isInside) || (isOver && messages.length > 0)
  const { messages: { agenda: agendaTexts, room: roomTexts }, meeting: { endsAt } } = room
  const point = <NowPoint inHand={inHand} texts={agendaTexts} none={roomTexts.pip.noPoint} />
  const agenda = door.me.other
    ? <AgendaList agenda={inHand.agenda} texts={agendaTexts} />
    : <AgendaPanel {...{ ...kept, inHand, viewer, isOver, mayWrite, endsAt }} texts={agendaTexts} extra={mirror.section} />
  const keys = agendaKeys({ inHand, role, ...kept, texts: agendaTexts.writing.keys, side, say: (words) => say(call, words) })
  const tabs = { tab: side.tab, unread, texts: scene.texts.talk, onTab: side.setTab }
  const panel = <SidePanel {...{ ...tabs, chat, hasChat, agenda, isOver }} reader={room.seat} items={inHand.agenda.items} />
  const showing = showingOf({ inHand, scene, messages, files: kept.documents?.files }, mirror)
  const control = { shown: side.isShown ? side.tab : null, unread, onToggle: side.toggle }
  const stage = { side: control, suggested: suggestedLayoutOf(inHand.agenda), isShown: isInside }
  return (
    <RoomFrame {...{ scene, door, place }} now={now} panel={hasPanel ? panel : null}>
      {!isInside && <OutsidePlace {...{ call, scene, state, door, now }} notice={mirror.notice} />}
      {(isInside || isPrepared) && <CallPlace {...{ call, scene, point, keys, showing, ...stage }} />}
      <CallNews call={call} />
    </RoomFrame>
  )
}

/** The stage is made while a guest waits, so that it need only be shown: whoever is let in waits for a face. */
function useStagePrepared(role: SeatRole, { state, door }: Pick<CallView, 'state' | 'door'>): boolean {
  return useLater(role === 'guest' && state.stage === 'waiting' && !door.me.other, STAGE_PREPARED_AFTER_MS)
}

/** Who was inside before a reload comes back to the stage at once: the door is for those who have yet to be let in. */
function isComingBack({ state, door }: Pick<CallView, 'state' | 'door'>): boolean {
  return state.stage === 'knocking' && door.me.door === 'admitted'
}
