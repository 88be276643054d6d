import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { ChatDesk } from '../../../meeting/ui/chat/chat-desk.ts'
import { ChatPart } from '../../../meeting/ui/chat/chat-part.tsx'
import type { AgendaItem } from '../../agenda.ts'
import type { RoomPageData } from './room-page-data.ts'

export type SideTab = 'agenda' | 'chat'

type TabsProps = {
  tab: SideTab
  unread: number
  texts: Messages['room']['talk']
  onTab: (tab: SideTab) => void
}

type SidePanelProps = TabsProps & {
  chat: ChatDesk
  /** Without one, as before somebody was let in, the agenda stands alone. */
  hasChat: boolean
  agenda: ReactNode
  reader: RoomPageData['seat']
  items: AgendaItem[]
  isOver: boolean
}

/** What stands beside the pictures: the agenda, and what people write to each other. The agenda stays as it is when the chat joins it. */
export function SidePanel({ chat, hasChat, agenda, reader, items, isOver, ...tabs }: SidePanelProps) {
  const isChat = hasChat && tabs.tab === 'chat'
  const written = isChat && <ChatPart desk={chat} reader={reader} items={items} texts={tabs.texts.chat} isOver={isOver} />
  return <SideTabs {...tabs} tab={isChat ? 'chat' : 'agenda'} hasTabs={hasChat} agenda={agenda} chat={written} />
}

type SideTabsProps = TabsProps & { hasTabs: boolean; agenda: ReactNode; chat: ReactNode }

/** One part above the other, of which one is shown; what is typed in the other stays. */
export function SideTabs({ hasTabs, agenda, chat, ...tabs }: SideTabsProps) {
  const id = useId()
  const partOf = (name: SideTab, content: ReactNode) => (
    <div
      role={hasTabs ? 'tabpanel' : undefined} className="side-part" id={`${id}${name}-panel`}
      aria-labelledby={hasTabs ? `${id}${name}` : undefined} hidden={tabs.tab !== name}
    >
      {content}
    </div>
  )
  return (
    <div className="side">
      {hasTabs && <TabList {...tabs} id={id} />}
      {partOf('agenda', agenda)}
      {partOf('chat', chat)}
    </div>
  )
}

/** By the keys of tabs (WAI-ARIA practices): arrows go from one to the other, and there are two. */
function TabList({ tab, unread, texts: { tabs }, onTab, id }: TabsProps & { id: string }) {
  function turn(event: KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = tab === 'agenda' ? 'chat' : 'agenda'
    onTab(other)
    document.getElementById(`${id}${other}`)?.focus()
  }
  const tabOf = (name: SideTab, count: number) => (
    <button
      type="button" role="tab" className="side-tab" id={`${id}${name}`} aria-selected={tab === name} aria-controls={`${id}${name}-panel`}
      tabIndex={tab === name ? 0 : -1} onClick={() => onTab(name)} onKeyDown={turn}
    >
      <span>{tabs[name]}{count > 0 && <span className="visually-hidden">{fill(tabs.unread, { count })}</span>}</span>
      {count > 0 && <span className="side-count" aria-hidden="true">{count}</span>}
    </button>
  )
  return (
    <div className="side-tabs" role="tablist" aria-label={tabs.label}>
      {tabOf('agenda', 0)}
      {tabOf('chat', unread)}
    </div>
  )
}
