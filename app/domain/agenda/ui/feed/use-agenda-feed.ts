import { useEffect, useMemo, useState } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import type { Agenda } from '../../agenda.ts'
import type { AgendaChange } from '../../change.ts'
import { createFeed, dismissRefusal, fetchWhole, makeChange, ownNotes, postPending, type FeedStart } from './feed.ts'
import { shownAgenda, type RefusedChange } from './feed-state.ts'
import { watchClock } from './server-clock.ts'

/** The agenda as this person sees it, and the way to change it. */
export type AgendaInHand = {
  agenda: Agenda
  refused: RefusedChange[]
  /** Changes that the server has not answered yet; keystrokes in the notes count only while there is no line. */
  waiting: number
  isLive: boolean
  clockOffsetMs: number
  change(change: AgendaChange): void
  dismiss(changeId: string): void
  ownNotes(): ReturnType<typeof ownNotes>
}

/**
 * The live agenda. HTTP/1.1 allows six connections, so a hidden tab gives its stream back, unless `staysOpen`:
 * a person at the door or in the meeting must hear what happens while another window is in front.
 */
export function useAgendaFeed(start: FeedStart, { staysOpen, isOver }: { staysOpen: boolean; isOver: boolean }): AgendaInHand {
  const [feed] = useState(() => createFeed(start))
  const { state, isLive, clockOffsetMs } = useStore(feed.store)
  const agenda = useMemo(() => shownAgenda(state, feed.author), [state, feed])

  useEffect(() => {
    if (isOver) return
    const watching = new AbortController()
    const { signal } = watching
    const follow = () => (document.visibilityState === 'visible' || staysOpen ? feed.stream.open() : feed.stream.close())
    document.addEventListener('visibilitychange', () => !staysOpen && follow(), { signal })
    window.addEventListener('online', follow, { signal })
    window.addEventListener('pageshow', (event) => event.persisted && void fetchWhole(feed).then(follow), { signal })
    follow()
    void postPending(feed)
    const stopWatching = watchClock(feed, () => fetchWhole(feed))
    return () => {
      watching.abort()
      stopWatching()
      feed.stream.close()
    }
  }, [feed, staysOpen, isOver])

  return useMemo(() => ({
    agenda, isLive, clockOffsetMs, refused: state.refused,
    waiting: state.pending.filter(({ version, change }) => version === null && !(isLive && change.kind === 'note-update')).length,
    change: (change) => makeChange(feed, change, agenda),
    dismiss: (changeId) => dismissRefusal(feed, changeId),
    ownNotes: () => ownNotes(feed),
  }), [feed, agenda, isLive, clockOffsetMs, state])
}
