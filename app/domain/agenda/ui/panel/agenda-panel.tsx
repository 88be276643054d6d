import { memo, type ReactNode } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { plannedMinutes } from '../../agenda.ts'
import type { AgendaInHand } from '../feed/use-agenda-feed.ts'
import { EntryForm } from './entries/entry-form.tsx'
import { EntryList } from './entries/entry-list.tsx'
import { CurrentItem } from './items/current-item.tsx'
import { ItemList } from './items/item-list.tsx'
import { FeedState, RefusedChanges } from './news.tsx'
import { PanelContext, usePanel, type PanelViewer } from './panel-context.ts'
import { usePanelState } from './use-panel-state.ts'

type AgendaPanelProps = {
  inHand: AgendaInHand
  viewer: PanelViewer
  texts: Messages['agenda']
  /** The meeting has ended: everything stays to be read. */
  isOver: boolean
  /** False for a guest who still waits at the door: points may be suggested, lines not yet written. */
  mayWrite?: boolean
  /** What is said of the next meeting. */
  next?: ReactNode
}

/** The agenda beside the video: where the meeting is, the points, and what was written. Who speaks does not draw it anew. */
export const AgendaPanel = memo(function AgendaPanel({ inHand, viewer, texts, isOver, mayWrite = true, next }: AgendaPanelProps) {
  const may = { mayChange: !isOver, mayWrite: mayWrite && !isOver }
  const { panel, announced } = usePanelState({ inHand, viewer, texts, ...may })
  return (
    <PanelContext.Provider value={panel}>
      <section className="panel" aria-labelledby={panel.idOf('title')}>
        <PanelHead>{!isOver && <CurrentItem clockOffsetMs={inHand.clockOffsetMs} />}</PanelHead>
        <div className="panel-body" id={panel.idOf('body')} tabIndex={-1}>
          {isOver && <p className="soft">{texts.refused.closed}</p>}
          {next}
          <ItemList />
          <WholeMeeting />
        </div>
        <div className="panel-foot">
          <RefusedChanges inHand={inHand} />
          {!isOver && <FeedState inHand={inHand} />}
          {panel.mayWrite && <EntryForm />}
        </div>
        <p className="visually-hidden" role="status">{announced}</p>
      </section>
    </PanelContext.Provider>
  )
})

function PanelHead({ children }: { children: ReactNode }) {
  const { agenda, texts, idOf } = usePanel()
  return (
    <header className="panel-head">
      <div className="panel-title">
        <h2 id={idOf('title')}>{texts.title}</h2>
        {agenda.items.length > 0 && <p className="soft small">{fill(texts.plannedInAll, { minutes: plannedMinutes(agenda) })}</p>}
      </div>
      {children}
    </header>
  )
}

function WholeMeeting() {
  const { texts } = usePanel()
  return (
    <EntryList itemId={null}>
      <h3 className="panel-whole">{texts.entry.wholeMeeting}</h3>
    </EntryList>
  )
}
