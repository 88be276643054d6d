import { useMemo, useState, type ReactNode } from 'react'
import type { LineNote } from '../../../meeting/line/line.ts'
import type { ChatMessage } from '../../../meeting/message.ts'
import type { Silenced } from '../../../meeting/control/control.ts'
import { isAdmitted, isUnderWay } from '../../../meeting/ui/call/call-state.ts'
import { receiveDoor, say, type Call, type CallView } from '../../../meeting/ui/call/call.ts'
import { obey } from '../../../meeting/ui/control/obey.ts'
import { hearMessages, sendUnanswered, type ChatDesk } from '../../../meeting/ui/chat/chat-desk.ts'
import { newsOfChat } from '../../../meeting/ui/chat/chat-news.ts'
import { heardUpTo } from '../../../meeting/ui/chat/chat-state.ts'
import { useLater } from '../../../meeting/ui/stage/pictures/use-later.ts'
import { useAgendaFeed, type AgendaInHand } from '../feed/use-agenda-feed.ts'
import { dropRefused, hearUpdate, type NoteDesk } from '../notes/note-desk.ts'
import { useNoteDesk, useNotesLoaded, useNotesSent } from '../notes/use-notes.ts'
import { NextPart } from '../next/next-part.tsx'
import { HostNotesPart } from '../panel/host-notes/host-notes-part.tsx'
import { useDocuments } from '../panel/documents/use-documents.ts'
import { usePreloaded } from '../panel/parts/use-preloaded.ts'
import type { PanelDocuments } from '../panel/panel-context.ts'
import { createWishes, type PanelWishes } from '../panel/wishes.ts'
import type { RoomPageData } from './room-page-data.ts'

type Surroundings = { room: RoomPageData; call: Call; chat: ChatDesk; state: CallView['state']; mayWrite: boolean }

/** `hostNotes` is the section that no guest's page has; it, `next`, `wayToNext` and `documents` are the same while they are the same. */
export type RoomAgenda = {
  inHand: AgendaInHand
  notes: NoteDesk
  wishes: PanelWishes
  documents: PanelDocuments | null
  hostNotes: ReactNode
  next: ReactNode
  wayToNext: ReactNode
}

/** By then whoever comes in sees the first face; notes and forms take their share of the line after it. */
const SETTLED_AFTER_MS = 1_500

/** The agenda of this tab, with what is written together, kept up to date by the room's one stream. */
export function useRoomAgenda({ room, call, chat, state, mayWrite }: Surroundings): RoomAgenda {
  const isOver = state.stage === 'ended' || state.stage === 'removed'
  const notes = useNoteDesk(room.agenda.notes)
  const [wishes] = useState(createWishes)
  const inHand = useAgendaFeed(feedStart({ room, call, chat, notes }), { staysOpen: isUnderWay(state), isOver })
  useNotesSent(notes, inHand)
  const isSettled = useLater(mayWrite, SETTLED_AFTER_MS)
  useNotesLoaded(notes, isSettled || isOver)
  usePreloaded(isSettled)
  const { hostNotes: href } = room.links
  const hostNotes = useMemo(() => href !== null && <HostNotesPart href={href} />, [href])
  const documents = useDocuments({ links: room.links, texts: room.messages.room }, state.stage === 'ended' || (isSettled && isAdmitted(state)))
  const [next, wayToNext] = useMemo(() => (
    (['above', 'below'] as const).map((place) => <NextPart key={place} {...{ call, room, place }} isTime={isSettled} />)
  ), [call, room, isSettled])
  return { inHand, notes, wishes, documents, hostNotes, next, wayToNext }
}

function feedStart({ room, call, chat, notes }: Pick<Surroundings, 'room' | 'call' | 'chat'> & Pick<RoomAgenda, 'notes'>) {
  const { seat, agenda: { version, agenda }, serverNow, links, messages } = room
  const author = { role: seat.role, name: seat.name, seatId: seat.id }
  const pipe = { hear: (update: string) => hearUpdate(notes, update), refused: () => dropRefused(notes) }
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
  return { author, notes: pipe, version, agenda, serverNow, links, others }
}
