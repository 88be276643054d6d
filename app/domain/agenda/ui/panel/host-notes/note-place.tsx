import { useState, type FormEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { questionsOf, type HostNote } from '../../../prepare/host-note.ts'
import { usePanel } from '../panel-context.ts'
import { useDraft } from '../use-draft.ts'
import type { NotesInHand } from './use-host-notes.ts'

type NotePlaceProps = { kept: HostNote; save: NotesInHand['save'] }

/** What is kept at one place, to be read at a glance, and to be edited there. */
export function NotePlace({ kept, save }: NotePlaceProps) {
  const { texts: { hostNotes: texts } } = usePanel()
  const [isEditing, setIsEditing] = useState(false)
  const [news, setNews] = useState('')
  const part = `note-${kept.itemId ?? 'whole'}`

  function end(isSaved: boolean) {
    setIsEditing(false)
    setNews(isSaved ? texts.saved : '')
  }
  return (
    <>
      {isEditing ? <NoteForm {...{ kept, save, part }} onEnd={end} /> : <NoteText {...{ kept, part }} onEdit={() => setIsEditing(true)} />}
      <p className="visually-hidden" role="status">{news}</p>
    </>
  )
}

function NoteText({ kept, part, onEdit }: { kept: HostNote; part: string; onEdit?: () => void }) {
  const { texts: { hostNotes: texts }, idOf } = usePanel()
  const questions = questionsOf(kept)
  return (
    <>
      {questions.length > 0 && <ul className="host-questions">{questions.map((line, index) => <li key={index}>{line}</li>)}</ul>}
      {kept.text && (questions.length > 0 ? <More text={kept.text} label={texts.text} /> : <p className="said">{kept.text}</p>)}
      {questions.length === 0 && !kept.text && <p className="soft">{texts.none}</p>}
      {onEdit && <p><Button type="button" tone="plain" id={idOf(`edit-${part}`)} onClick={onEdit}>{texts.edit}</Button></p>}
    </>
  )
}

/** Questions are asked while all look at each other; what goes with them is a press away, and leaves room for the points. */
function More({ text, label }: { text: string; label: string }) {
  return (
    <details className="host-more">
      <summary>{label}</summary>
      <p className="said">{text}</p>
    </details>
  )
}

function NoteForm({ kept, save, part, onEnd }: NotePlaceProps & { part: string; onEnd: (isSaved: boolean) => void }) {
  const { texts: { hostNotes: texts }, idOf, focusOn } = usePanel()
  const [draft, write, clear] = useDraft(part, { questions: kept.questions, text: kept.text })
  const [fault, setFault] = useState<keyof typeof texts.faults | 'unsent' | null>(null)

  function close(isSaved: boolean) {
    clear()
    onEnd(isSaved)
    focusOn(`edit-${part}`)
  }
  async function submit(event: FormEvent) {
    event.preventDefault()
    const outcome = await save({ ...kept, ...draft })
    if (outcome.kind === 'saved') return close(true)
    setFault(outcome.kind === 'refused' ? outcome.reason : 'unsent')
    focusOn(`${part}-text`)
  }
  const error = fault === null ? undefined : fault === 'unsent' ? texts.unsent : texts.faults[fault]
  return (
    <form className="panel-form" onSubmit={(event) => void submit(event)}>
      {fault === 'stale' && <div className="host-only-newest"><p className="soft">{texts.now}</p><NoteText {...{ kept, part }} /></div>}
      <TextArea
        id={idOf(`${part}-questions`)} label={texts.questions} rows={4} value={draft.questions}
        onChange={({ target }) => write({ ...draft, questions: target.value })}
      />
      <TextArea
        id={idOf(`${part}-text`)} label={texts.text} rows={4} value={draft.text} error={error}
        onChange={({ target }) => write({ ...draft, text: target.value })}
      />
      <div className="row">
        <Button>{texts.save}</Button>
        <Button type="button" tone="plain" onClick={() => close(false)}>{texts.cancel}</Button>
      </div>
    </form>
  )
}
