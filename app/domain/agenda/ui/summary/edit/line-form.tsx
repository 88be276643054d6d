import type { ReactNode } from 'react'
import { messages } from '#app/i18n/messages.ts'
import { fill } from '#app/i18n/fill.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import { AGENDA_LIMITS, type AgendaEntry, type EntryKind } from '../../../agenda.ts'
import type { CorrectionRequest, LineText } from '../../../corrections/correction.ts'
import { NOTE_LIMITS } from '../../../notes/note.ts'
import type { SummaryView } from '../../../summary/summary-view.ts'
import { excerpt } from '../../panel/entries/entry-groups.ts'
import { sayMoment, type Uncorrected } from './editing.ts'

export type Editable = { view: SummaryView; unsaved: Uncorrected | null }

/** Puts one line right, without any script. Open where what was typed could not be saved. */
export function CorrectLine({ entry, view, unsaved }: Editable & { entry: AgendaEntry }) {
  const typed = unsaved?.asked.intent === 'correct' && unsaved.asked.entryId === entry.id ? unsaved.asked : null
  return (
    <EditFrame {...{ entry, view }} intent="correct" isOpen={typed !== null}>
      <LineFields id={entry.id} line={typed ?? entry} hasOwner={entry.kind === 'next-step'} view={view} />
    </EditFrame>
  )
}

/** The same for a text that was written together: the form says what the text was when it was drawn. */
export function CorrectNote({ entry, view, unsaved }: Editable & { entry: AgendaEntry }) {
  const { after: { summary: texts } } = messages(view.locale)
  const typed = unsaved?.asked.intent === 'correct-note' && unsaved.asked.entryId === entry.id ? unsaved.asked : null
  const isStale = typed !== null && unsaved?.reason === 'changed-since'
  return (
    <EditFrame {...{ entry, view }} intent="correct-note" isOpen={typed !== null}>
      {/* Who is shown both texts makes one of them; what is refused for another reason was still made of what was read then. */}
      <input type="hidden" name="version" value={typed && !isStale ? typed.version : view.version} />
      <TextArea
        id={`text-${entry.id}`} name="text" label={texts.text} defaultValue={typed?.text ?? entry.text} rows={8} required
        maxLength={NOTE_LIMITS.text} error={isStale ? texts.refusals['changed-since'] : undefined}
      />
    </EditFrame>
  )
}

type FrameProps = Pick<Editable, 'view'> & { entry: AgendaEntry; intent: CorrectionRequest['intent']; isOpen: boolean; children: ReactNode }

function EditFrame({ entry, view, intent, isOpen, children }: FrameProps) {
  const { after: { summary: texts } } = messages(view.locale)
  if (view.correctableUntil === null && !isOpen) return null
  return (
    <details className="line-edit" open={isOpen}>
      <summary>
        <span aria-hidden="true">{texts.correct}</span>
        <VisuallyHidden>{fill(texts.correctThis, { text: excerpt(entry.text) })}</VisuallyHidden>
      </summary>
      <form method="post" className="line-form">
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="entryId" value={entry.id} />
        {children}
        {view.correctableUntil !== null && <Button>{texts.save}</Button>}
      </form>
    </details>
  )
}

const KINDS: EntryKind[] = ['decision', 'next-step', 'parked', 'note']

/** Adds one line, of any kind. */
export function AddLine({ view, unsaved }: Editable) {
  const { after: { summary: texts } } = messages(view.locale)
  const typed = unsaved?.asked.intent === 'add' ? unsaved.asked : null
  const until = view.correctableUntil
  if (until === null && !typed) return null
  const kinds = KINDS.map((value) => ({ value, label: texts.kinds[value] }))
  return (
    <section className="line-add" aria-labelledby="add-line">
      <h2 id="add-line">{texts.add}</h2>
      {until !== null && <p className="soft">{fill(texts.addLede, { moment: sayMoment(until, view) })}</p>}
      <form method="post" className="line-form">
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="entryId" value={typed?.entryId ?? view.newEntryId} />
        <Select id="new-kind" name="entryKind" label={texts.kind} defaultValue={typed?.entryKind ?? 'decision'} options={kinds} />
        <LineFields id="new" line={typed ?? NOTHING} hasOwner view={view} />
        {until !== null && <Button tone="quiet">{texts.saveNew}</Button>}
      </form>
    </section>
  )
}

const NOTHING: LineText = { text: '', owner: '', due: '' }

function LineFields({ id, line, hasOwner, view }: { id: string; line: LineText; hasOwner: boolean; view: SummaryView }) {
  const { after: { summary: texts }, agenda: { entry: { dueHint } } } = messages(view.locale)
  return (
    <>
      <TextArea id={`text-${id}`} name="text" label={texts.text} defaultValue={line.text} rows={3} required maxLength={AGENDA_LIMITS.text} />
      {hasOwner && (
        <div className="line-who">
          <Field id={`owner-${id}`} name="owner" label={texts.owner} defaultValue={line.owner} maxLength={AGENDA_LIMITS.owner} />
          <Field id={`due-${id}`} name="due" type="date" label={texts.due} hint={dueHint} defaultValue={line.due} />
        </div>
      )}
    </>
  )
}
