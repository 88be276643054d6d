import type { MouseEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { NewEntryKind } from '../../../agenda.ts'
import { goneNotes } from '../../../notes/note.ts'
import { NoteArea } from '../../notes/note-area.tsx'
import { useNotes } from '../../notes/use-notes.ts'
import { BLANK_POLL, type PollDraft } from '../../polls/poll-draft.ts'
import { usePanel } from '../panel-context.ts'
import { PanelPart } from '../parts/panel-part.tsx'
import { PARTS } from '../parts/parts.ts'
import { useDraft } from '../use-draft.ts'
import { useWish } from '../use-wish.ts'
import type { PanelWishes } from '../wishes.ts'
import { BLANK_DRAFT, type EntryDraft } from './entry-draft.ts'
import { PlaceChoice } from './place-choice.tsx'
import { useTakeLine } from './use-take-line.ts'

/** Where both write while they talk: the notes, and what comes of them. */
export function WritePart({ wishes }: { wishes: PanelWishes }) {
  const { place, focusOn, viewer } = usePanel()
  const [draft, write] = useDraft<EntryDraft>('entry', BLANK_DRAFT)
  const [poll, writePoll] = useDraft<PollDraft>('poll', BLANK_POLL)
  const take = useTakeLine(open)

  function open(kind: NewEntryKind) {
    write({ ...draft, kind, isOpen: true, itemId: draft.text ? draft.itemId : place.lineItemId ?? '', isPinned: true })
    focusOn('text')
  }
  useWish(wishes, (wish) => (wish.kind === 'notes' ? focusOn('notes') : open(wish.entryKind)))
  if (poll.isOpen && viewer.role === 'host') {
    return <PanelPart part={PARTS.pollForm} draw={({ PollForm }) => <PollForm draft={poll} onWrite={writePoll} />} />
  }
  if (draft.isOpen) return <PanelPart part={PARTS.entryForm} draw={({ EntryForm }) => <EntryForm draft={draft} onWrite={write} />} />
  return (
    <div className="panel-write">
      <NotePlaceChoice />
      <NoteArea key={place.itemId ?? 'meeting'} itemId={place.itemId} onTake={take} />
      <div className="note-ways">
        {KINDS.map((kind) => <TakeButton key={kind} kind={kind} onTake={take} />)}
        {viewer.role === 'host' && <PollButton onOpen={() => { writePoll({ ...poll, isOpen: true }); focusOn('question') }} />}
      </div>
    </div>
  )
}

/** Also leads to what was written at points that are removed. */
function NotePlaceChoice() {
  const { agenda, notes, place, texts: { writing: { notes: texts } } } = usePanel()
  const gone = goneNotes(useNotes(notes).notes, agenda.items).flatMap(({ itemId }) => itemId ?? [])
  const values = new Set(place.isGone && place.itemId !== null ? [...gone, place.itemId] : gone)
  const more = [...values].map((value) => ({ value, label: texts.gone }))
  return <PlaceChoice id="place" label={texts.label} chosen={place.itemId} more={more} onChoose={(itemId) => place.choose(itemId || null)} />
}

const KINDS = ['decision', 'next-step', 'parked'] as const
const CHORD = { 'decision': 'Control+Enter', 'next-step': 'Control+Shift+Enter', 'parked': 'Alt+Enter' } as const

function TakeButton({ kind, onTake }: { kind: NewEntryKind; onTake: (kind: NewEntryKind) => void }) {
  const { texts: { writing } } = usePanel()
  return (
    <Button
      type="button" tone="plain" className="note-way" title={writing.ways.hint[kind]} aria-keyshortcuts={CHORD[kind]}
      onMouseDown={keepFocus} onClick={() => onTake(kind)}
    >
      {writing.ways[kind]}
    </Button>
  )
}

function PollButton({ onOpen }: { onOpen: () => void }) {
  const { texts: { writing }, idOf } = usePanel()
  return <Button type="button" tone="plain" className="note-way" id={idOf('ask')} onClick={onOpen}>{writing.ways.poll}</Button>
}

/** The field keeps the focus, and so the line that is selected in it. */
function keepFocus(event: MouseEvent) {
  event.preventDefault()
}
