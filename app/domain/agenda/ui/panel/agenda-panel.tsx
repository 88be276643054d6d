import { memo, type ReactNode } from 'react'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { plannedMinutes } from '../../agenda.ts'
import type { AgendaInHand } from '../feed/use-agenda-feed.ts'
import type { NoteDesk } from '../notes/note-desk.ts'
import { GoneNotes, PlacedNote } from '../notes/placed-note.tsx'
import { PollList } from '../polls/poll-list.tsx'
import { EntryList } from './entries/entry-list.tsx'
import { CurrentItem } from './items/current-item.tsx'
import { ItemList } from './items/item-list.tsx'
import { FeedState, RefusedChanges } from './news.tsx'
import { WritePart } from './entries/write-part.tsx'
import { PanelPart } from './parts/panel-part.tsx'
import { PARTS } from './parts/parts.ts'
import type { PanelWishes } from './wishes.ts'
import { PanelContext, usePanel, type PanelDocuments, type PanelViewer } from './panel-context.ts'
import { usePanelState } from './use-panel-state.ts'

type AgendaPanelProps = {
  inHand: AgendaInHand
  viewer: PanelViewer
  texts: Messages['agenda']
  endsAt: number
  notes: NoteDesk
  /** The same object while it is the same. */
  documents?: PanelDocuments | null
  wishes: PanelWishes
  /** The meeting has ended: everything stays to be read. */
  isOver: boolean
  /** False for a guest who still waits at the door: points may be suggested, lines not yet written. */
  mayWrite?: boolean
  /** What is said of the next meeting while it matters now, and the way to it before. The same elements while they are the same. */
  next?: ReactNode
  wayToNext?: ReactNode
  /** What the host alone has; the same element while it is the same. */
  hostNotes?: ReactNode
  /** Stands below the points, for the reader alone; the same element while it is the same. */
  extra?: ReactNode
}

/** The agenda beside the video: where the meeting is, the points, and what was written. Who speaks does not draw it anew. */
export const AgendaPanel = memo(function AgendaPanel(
  { inHand, isOver, mayWrite = true, wishes, next, wayToNext, hostNotes, extra, documents = null, ...given }: AgendaPanelProps,
) {
  const may = { mayChange: !isOver, mayWrite: mayWrite && !isOver }
  const { panel, announced } = usePanelState({ inHand, documents, ...given, ...may })
  return (
    <PanelContext.Provider value={panel}>
      <section className="panel" aria-labelledby={panel.idOf('title')}>
        <h2 className="visually-hidden" id={panel.idOf('title')}>{panel.texts.title}</h2>
        {!isOver && <header className="panel-head"><CurrentItem /></header>}
        <div className="panel-body" id={panel.idOf('body')} tabIndex={-1}>
          {isOver && <p className="soft">{panel.texts.refused.closed}</p>}
          {next}
          <ItemList hostNotes={hostNotes} />
          <Planned />
          <Files />
          <WholeMeeting />
          {wayToNext}
          {extra}
        </div>
        <div className="panel-foot">
          <RefusedChanges inHand={inHand} />
          {!isOver && <FeedState inHand={inHand} />}
          {panel.mayWrite && <WritePart wishes={wishes} />}
        </div>
        <p className="visually-hidden" role="status">{announced}</p>
      </section>
    </PanelContext.Provider>
  )
})

function Planned() {
  const { agenda, texts } = usePanel()
  if (agenda.items.length === 0) return null
  return <p className="panel-planned soft small">{fill(texts.plannedInAll, { minutes: plannedMinutes(agenda) })}</p>
}

function Files() {
  const { documents } = usePanel()
  if (!documents || !(documents.files.length > 0 || documents.hasFailed)) return null
  return <PanelPart part={PARTS.documents} draw={({ MeetingFiles }) => <MeetingFiles documents={documents} />} />
}

function WholeMeeting() {
  const { texts } = usePanel()
  const { notes } = texts.writing
  return (
    <>
      <EntryList itemId={null}>
        <h3 className="panel-whole">{texts.entry.wholeMeeting}</h3>
      </EntryList>
      <PollList itemId={null} />
      <PlacedNote itemId={null} heading={notes.whole} writeOn={fill(notes.writeOnAt, { title: texts.entry.wholeMeeting })} />
      <GoneNotes />
    </>
  )
}
