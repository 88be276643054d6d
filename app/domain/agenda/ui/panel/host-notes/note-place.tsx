import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { questionsOf, type HostNote } from '../../../prepare/host-note.ts'
import { usePanel } from '../panel-context.ts'
import { useDraft } from '../use-draft.ts'
import type { NotesInHand } from './use-host-notes.ts'

type NotePlaceProps = { kept: HostNote; save: NotesInHand['save'] }

/** What is kept at one place, to be read at a glance, and to be edited there. */
export function NotePlace({ kept, save }: NotePlaceProps) {
  const { texts: { hostNotes: texts }, idOf } = usePanel()
  const [isEditing, setIsEditing] = useState(false)
  const [news, setNews] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const part = `note-${kept.itemId ?? 'whole'}`

  function end(isSaved: boolean) {
    setIsEditing(false)
    setIsOpen(true)
    setNews(isSaved ? texts.saved : '')
  }
  return (
    <>
      {isEditing && <NoteForm {...{ kept, save, part }} onEnd={end} />}
      {!isEditing && (
        <NoteText kept={kept} isOpen={isOpen}>
          <p><Button type="button" tone="plain" id={idOf(`edit-${part}`)} onClick={() => setIsEditing(true)}>{texts.edit}</Button></p>
        </NoteText>
      )}
      <p className="visually-hidden" role="status">{news}</p>
    </>
  )
}

type NoteTextProps = { kept: HostNote; isOpen: boolean; children?: ReactNode }

/** Questions are asked while all look at each other; what goes with them is a press away, and leaves room for the points. */
function NoteText({ kept, isOpen, children }: NoteTextProps) {
  const { texts: { hostNotes: texts } } = usePanel()
  const questions = questionsOf(kept)
  const rest = <>{kept.text && <p className="said">{kept.text}</p>}{children}</>
  if (questions.length === 0) return <>{!kept.text && <p className="soft">{texts.none}</p>}{rest}</>
  return (
    <>
      <ul className="host-questions">{questions.map((line, index) => <li key={index}>{line}</li>)}</ul>
      <details className="host-more" open={isOpen}>
        <summary>{texts.text}</summary>
        {rest}
      </details>
    </>
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
      {fault === 'stale' && <div className="host-only-newest"><p className="soft">{texts.now}</p><NoteText kept={kept} isOpen /></div>}
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
