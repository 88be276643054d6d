import { useState, type FormEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { newId } from '#app/kernel/ids.ts'
import type { ChangeRefusal } from '../../change.ts'
import { usePanel } from '../panel/panel-context.ts'
import { sayRefusal } from '../panel/refusal-words.ts'
import { BLANK_POLL, type PollDraft } from './poll-draft.ts'

/** The host asks: one question, and each answer on a line of its own. */
export function PollForm({ draft, onWrite }: { draft: PollDraft; onWrite: (draft: PollDraft) => void }) {
  const { texts: { writing: { poll: texts }, entry }, texts: all, place, attempt, focusOn, idOf } = usePanel()
  const [refusal, setRefusal] = useState<ChangeRefusal | null>(null)
  const error = refusal === null ? undefined : sayRefusal(refusal, all)

  function close(left: PollDraft) {
    onWrite({ ...left, isOpen: false })
    focusOn('ask')
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    const answers = draft.answers.split('\n').filter((line) => line.trim()).map((text) => ({ id: newId(), text }))
    const reason = attempt({ kind: 'poll-ask', pollId: newId(), itemId: place.lineItemId, question: draft.question, answers })
    setRefusal(reason)
    if (reason === null) close(BLANK_POLL)
    else focusOn(reason === 'bad-answers' ? 'answers' : 'question')
  }
  return (
    <form className="panel-write" noValidate onSubmit={submit} aria-label={texts.title}>
      <Field id={idOf('question')} label={texts.question} autoComplete="off" value={draft.question}
        error={refusal === 'bad-answers' ? undefined : error} onChange={({ target }) => onWrite({ ...draft, question: target.value })} />
      <TextArea id={idOf('answers')} label={texts.answers} hint={texts.answersHint} rows={3} value={draft.answers}
        error={refusal === 'bad-answers' ? error : undefined} onChange={({ target }) => onWrite({ ...draft, answers: target.value })} />
      <div className="row">
        <Button>{texts.ask}</Button>
        <Button type="button" tone="plain" onClick={() => close(draft)}>{entry.cancel}</Button>
      </div>
    </form>
  )
}
