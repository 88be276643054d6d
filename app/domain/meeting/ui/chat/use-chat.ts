import { useEffect, useState } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import { createChatDesk, markSeen, type ChatDesk, type ChatView } from './chat-desk.ts'

/** The chat of this page, made once. */
export function useChatDesk(start: Omit<ChatDesk, 'store' | 'isShown'>): ChatDesk {
  const [desk] = useState(() => createChatDesk(start))
  return desk
}

/** What it shows now. While it is shown, and the window is looked at, what comes counts as seen. */
export function useChatView(desk: ChatDesk, isShown: boolean): ChatView {
  const view = useStore(desk.store)
  useEffect(() => {
    desk.isShown = isShown
    if (!isShown) return
    const look = () => document.visibilityState === 'visible' && markSeen(desk)
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [desk, isShown, view.messages])
  return view
}
