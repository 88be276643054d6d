import { noteAt, questionsOf, type HostNote } from '#app/domain/agenda/prepare/host-note.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import type { PrepareProps } from '../../prepare/prepare-state.ts'

type NoteFormProps = PrepareProps & { itemId: string | null; label: string }

/** What the host alone has at one place; with a note that another has changed meanwhile, both stand there. */
export function HostNoteForm({ prepare: { notes, meetingId }, refused, locale, itemId, label }: NoteFormProps) {
  const { notes: texts } = messages(locale).prepare
  const kept = noteAt(notes, itemId)
  const typed = refused?.kind === 'note' && refused.note.itemId === itemId ? refused.note : null
  const at = itemId ?? ''
  const hasText = kept.questions !== '' || kept.text !== ''
  return (
    <details className="host-only" open={typed !== null || itemId === null || undefined} id={`note-${at}`}>
      <summary>{texts.title}<VisuallyHidden>: {label}</VisuallyHidden>{hasText && <span className="host-only-kept"> · {sumUp(kept, texts)}</span>}</summary>
      {typed && refused?.reason === 'stale' && <NewestNote kept={kept} locale={locale} />}
      <form method="post" action={paths.deskPrepare(meetingId)}>
        <input type="hidden" name="itemId" value={at} />
        <input type="hidden" name="version" value={kept.version} />
        <TextArea id={`note-questions-${at}`} name="questions" label={texts.questions} rows={3} defaultValue={(typed ?? kept).questions} />
        <TextArea
          id={`note-text-${at}`} name="text" label={texts.text} rows={3} defaultValue={(typed ?? kept).text}
          error={typed && refused?.kind === 'note' ? texts.faults[refused.reason] : undefined}
        />
        <Button tone="quiet" name="intent" value="save-note">{texts.save}</Button>
      </form>
    </details>
  )
}

/** Notes whose point was removed, and one that could not be saved because it was: nothing typed goes with it. */
export function LooseNotes({ prepare: { agenda, notes }, refused, locale }: PrepareProps) {
  const { notes: texts } = messages(locale).prepare
  const isLoose = ({ itemId }: HostNote) => itemId !== null && !agenda.items.some(({ id }) => id === itemId)
  const unsaved = refused?.kind === 'note' && isLoose(refused.note) ? [refused.note] : []
  const loose = [...unsaved, ...notes.filter(isLoose)]
  return loose.map((note, index) => (
    <details key={index} className="host-only" open={index < unsaved.length || undefined}>
      <summary>{texts.gone}</summary>
      <NoteText note={note} />
    </details>
  ))
}

function NewestNote({ kept, locale }: { kept: HostNote; locale: PrepareProps['locale'] }) {
  return (
    <div className="host-only-newest">
      <p className="small soft">{messages(locale).prepare.notes.now}</p>
      <NoteText note={kept} />
    </div>
  )
}

function NoteText({ note }: { note: HostNote }) {
  return (
    <>
      {questionsOf(note).length > 0 && <ul className="host-questions">{questionsOf(note).map((line, index) => <li key={index}>{line}</li>)}</ul>}
      {note.text && <p className="said">{note.text}</p>}
    </>
  )
}

/** The first question, or the first line of the note, so that the page can be skimmed. */
function sumUp(note: HostNote, texts: { questions: string }): string {
  const [first = ''] = [...questionsOf(note), ...note.text.split('\n')]
  return first.length > 80 ? `${first.slice(0, 79)}…` : first || texts.questions
}
