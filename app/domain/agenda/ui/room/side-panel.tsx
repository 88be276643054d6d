import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { ChatDesk } from '../../../meeting/ui/chat/chat-desk.ts'
import { ChatPart } from '../../../meeting/ui/chat/chat-part.tsx'
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
  isOver: boolean
}

/** What stands beside the pictures: the agenda, and what people write to each other. */
export function SidePanel({ chat, hasChat, agenda, reader, isOver, ...tabs }: SidePanelProps) {
  if (!hasChat) return agenda
  const written = <ChatPart desk={chat} reader={reader} texts={tabs.texts.chat} isOver={isOver} />
  return <SideTabs {...tabs} agenda={agenda} chat={tabs.tab === 'chat' ? written : null} />
}

/** Two tabs, by the keys of such (WAI-ARIA, tabs): arrows go from one to the other. The agenda keeps what is typed in it. */
export function SideTabs({ tab, unread, texts, onTab, agenda, chat }: TabsProps & { agenda: ReactNode; chat: ReactNode }) {
  const id = useId()
  const { tabs } = texts
  function turn(event: KeyboardEvent) {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    const other = tab === 'agenda' ? 'chat' : 'agenda'
    onTab(other)
    document.getElementById(`${id}${other}`)?.focus()
  }
  const tabOf = (name: SideTab, count: number) => (
    <button
      type="button" role="tab" className="side-tab" id={`${id}${name}`} aria-selected={tab === name} aria-controls={`${id}${name}-panel`}
      tabIndex={tab === name ? 0 : -1} aria-label={count > 0 ? fill(tabs.unread, { name: tabs[name], count }) : undefined} onClick={() => onTab(name)}
    >
      {tabs[name]}{count > 0 && <span className="side-count" aria-hidden="true">{count}</span>}
    </button>
  )
  const panelOf = (name: SideTab, content: ReactNode) => (
    <div role="tabpanel" className="side-part" id={`${id}${name}-panel`} aria-labelledby={`${id}${name}`} hidden={tab !== name}>{content}</div>
  )
  return (
    <div className="side">
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus -- the tabs in it have the focus */}
      <div className="side-tabs" role="tablist" aria-label={tabs.label} onKeyDown={turn}>
        {tabOf('agenda', 0)}
        {tabOf('chat', unread)}
      </div>
      {panelOf('agenda', agenda)}
      {panelOf('chat', chat)}
    </div>
  )
}
