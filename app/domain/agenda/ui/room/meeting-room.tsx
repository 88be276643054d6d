import { useDeferredValue, useMemo } from 'react'
import type { LineNote } from '../../../meeting/line/line.ts'
import type { ChatMessage } from '../../../meeting/message.ts'
import type { Silenced } from '../../../meeting/control/control.ts'
import { isAdmitted, isUnderWay } from '../../../meeting/ui/call/call-state.ts'
import { receiveDoor, say, type Call, type CallView } from '../../../meeting/ui/call/call.ts'
import { obey } from '../../../meeting/ui/control/obey.ts'
import { useCall, useCallView } from '../../../meeting/ui/call/use-call.ts'
import { isLastStage } from '../../../meeting/ui/door/farewell.tsx'
import { sceneOf } from '../../../meeting/ui/room-scene.ts'
import { CallPlace } from '../../../meeting/ui/stage/call-place.tsx'
import { Announcer } from '../../../meeting/ui/stage/announcer.tsx'
import { useRing } from '../../../meeting/ui/stage/guests/use-ring.ts'
import { useWaitingTitle } from '../../../meeting/ui/stage/guests/use-waiting-title.ts'
import { OutsidePlace } from '../../../meeting/ui/door/outside-place.tsx'
import { hearMessages, sendUnanswered, type ChatDesk } from '../../../meeting/ui/chat/chat-desk.ts'
import { newsOfChat } from '../../../meeting/ui/chat/chat-news.ts'
import { heardUpTo } from '../../../meeting/ui/chat/chat-state.ts'
import { useChatDesk, useChatView } from '../../../meeting/ui/chat/use-chat.ts'
import { useClock } from '#app/ui/island/use-store.ts'
import { tabStorage } from '../feed/kept-changes.ts'
import { useAgendaFeed } from '../feed/use-agenda-feed.ts'
import { NextPart } from '../next/next-part.tsx'
import { AgendaPanel } from '../panel/agenda-panel.tsx'
import { AgendaList } from './agenda-list.tsx'
import { NowPoint } from './now-point.tsx'
import { RoomFrame } from './room-frame.tsx'
import type { RoomPageData } from './room-page-data.ts'
import { SidePanel } from './side-panel.tsx'
import { useSide } from './use-side.ts'

const CLOCK_MS = 10_000

/** The whole room in one tab: the door, the call or the farewell, with the agenda beside it. */
export function MeetingRoom({ room }: { room: RoomPageData }) {
  const call = useCall(room)
  const view = useCallView(call)
  const { state, door, news } = view
  const isInside = isAdmitted(state) || isComingBack(view)
  const isOver = state.stage === 'ended'
  const chat = useChatDesk({ ownSeatId: room.seat.id, links: room.links, storage: tabStorage() })
  const inHand = useAgendaFeed(feedStart(room, call, chat), { staysOpen: isUnderWay(state), isOver: isOver || state.stage === 'removed' })
  const side = useSide()
  const scene = sceneOf(room)
  const now = useClock(CLOCK_MS) + inHand.clockOffsetMs
  const { role, locale, timeZone } = room.seat
  const viewer = useMemo(() => ({ role, locale, timeZone }), [role, locale, timeZone])
  const next = useMemo(() => <NextPart call={call} room={room} />, [call, room])
  // The agenda is drawn after the pictures: whoever is let in waits for a face first.
  const mayWrite = useDeferredValue(role === 'host' || isInside)
  useRing(door)
  useWaitingTitle(door, room.messages.room.guests.titleBar)
  const place = isInside ? 'call' : isLastStage(state.stage) ? 'over' : 'door'
  const hasPanel = state.stage !== 'removed' && (side.isShown || !isInside)
  const { unread, messages } = useChatView(chat, hasPanel && side.tab === 'chat' && isInside)
  // Outside nobody writes, and after the end it is all to be read.
  const hasChat = useDeferredValue(isInside) || (isOver && messages.length > 0)
  const { agenda: agendaTexts } = room.messages
  const point = <NowPoint inHand={inHand} texts={agendaTexts} none={room.messages.room.pip.noPoint} />
  const agenda = door.me.other
    ? <AgendaList agenda={inHand.agenda} texts={agendaTexts} />
    : <AgendaPanel {...{ inHand, viewer, isOver, mayWrite, next }} texts={agendaTexts} />
  const tabs = { tab: side.tab, unread, texts: scene.texts.talk, onTab: side.setTab }
  const panel = <SidePanel {...{ ...tabs, chat, hasChat, agenda, isOver }} reader={room.seat} />
  const control = { shown: side.isShown ? side.tab : null, unread, onToggle: side.toggle }
  return (
    <RoomFrame {...{ scene, door, place }} now={now} panel={hasPanel ? panel : null}>
      {isInside
        ? <CallPlace {...{ call, scene, view, point }} side={control} />
        : <OutsidePlace {...{ call, scene, view, now }} />}
      <Announcer news={news} />
    </RoomFrame>
  )
}

/** Who was inside before a reload comes back to the stage at once: the door is for those who have yet to be let in. */
function isComingBack({ state, door }: CallView): boolean {
  return state.stage === 'knocking' && door.me.door === 'admitted'
}

function feedStart({ seat, agenda, serverNow, links, messages }: RoomPageData, call: Call, chat: ChatDesk) {
  const author = { role: seat.role, name: seat.name }
  const others = {
    onDoor: (door: RoomPageData['door']) => receiveDoor(call, door),
    onLine: (note: LineNote) => call.onLine(note),
    onSaid(said: ChatMessage[]) {
      // What was said before this page was opened is no news to read out.
      const fresh = hearMessages(chat, said).filter(({ at }) => at > serverNow)
      const news = chat.isShown ? null : newsOfChat(fresh, messages.room.talk.chat)
      if (news) say(call, news)
    },
    onSilenced: (silenced: Silenced) => void obey(call, silenced),
    onLive: (isLive: boolean) => { if (isLive) void sendUnanswered(chat) },
    heardUpTo: () => heardUpTo(chat.store.read()),
  }
  return { seatId: seat.id, author, ...agenda, serverNow, links, others }
}
