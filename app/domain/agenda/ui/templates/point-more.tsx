import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, Select, TextArea } from '#app/ui/field.tsx'
import { LAYOUTS, ownName, type TypedItem } from '../../templates/template-input.ts'

export type MoreProps = {
  item: TypedItem
  index: number
  errorAt: (id: string) => string | undefined
  words: Messages['prepare']['template']
  /** The host's documents: their names by their ids. */
  documents: Readonly<Record<string, string>>
  /** The answers that a point can be kept to; none where the agenda is for one answer. */
  answers: readonly { value: string; label: string }[]
}

/** What is prepared for a point beyond its title: folded, and open where something is wrong. */
export function PointMore({ item, index, errorAt, words, documents, answers }: MoreProps) {
  const ids = ['questions', 'notes', 'document'].map((name) => `${name}-${index}`)
  const [questionsId = '', notesId = '', documentId = ''] = ids
  const count = countKept(item)
  return (
    <details className="point-more" open={ids.some((id) => errorAt(id) !== undefined) || undefined}>
      <summary>{count > 0 ? fill(words.moreKept, { count }) : words.more}</summary>
      <TextArea id={questionsId} name="questions" label={words.questions} hint={words.questionsHint} error={errorAt(questionsId)} rows={4} defaultValue={item.questions} />
      <TextArea id={notesId} name="notes" label={words.notes} hint={words.notesHint} error={errorAt(notesId)} rows={4} defaultValue={item.notes} />
      <Select
        id={`layout-${index}`} name="layout" label={words.layout} defaultValue={item.layout ?? ''}
        options={(['', ...LAYOUTS] as const).map((value) => ({ value, label: words.layouts[value] }))}
      />
      <label className="choice">
        <input
          type="checkbox" name={ownName('asksConsent', String(index))} defaultChecked={item.asksConsent} aria-describedby={`consent-${index}-hint`}
        /> <span>{words.asksConsent}</span>
      </label>
      <p className="field-hint" id={`consent-${index}-hint`}>{words.asksConsentHint}</p>
      <Document {...{ item, index, words, documents, id: documentId, error: errorAt(documentId) }} />
      {answers.length > 0 && <Answers {...{ item, index, words, answers }} />}
    </details>
  )
}

type DocumentProps = Pick<MoreProps, 'item' | 'index' | 'words' | 'documents'> & { id: string; error: string | undefined }

function Document({ item, index, words, documents, id, error }: DocumentProps) {
  const kept = item.documentId ?? ''
  const drop = { name: 'intent', value: `drop:${index}`, formAction: `#${id}`, 'aria-label': fill(words.dropItem, { number: index + 1 }) }
  return (
    <div className="point-document">
      <input type="hidden" name="documentId" value={kept} />
      {kept && (
        <p className="row"><span>{fill(words.documentKept, { name: documents[kept] ?? '' })}</span><Button tone="plain" {...drop}>{words.drop}</Button></p>
      )}
      <Field
        id={id} type="file" name={ownName('document', String(index))} accept="application/pdf,.pdf"
        label={kept ? words.documentOther : words.document} hint={words.documentHint} error={error}
      />
    </div>
  )
}

function Answers({ item, index, words, answers }: Pick<MoreProps, 'item' | 'index' | 'words' | 'answers'>) {
  return (
    <fieldset className="point-answers" aria-describedby={`answers-${index}-hint`}>
      <legend className="field-label">{words.answers}</legend>
      <p className="field-hint" id={`answers-${index}-hint`}>{words.answersHint}</p>
      {answers.map(({ value, label }) => (
        <label className="choice" key={value}>
          <input type="checkbox" name={ownName('answers', String(index))} value={value} defaultChecked={item.answers?.includes(value)} /> <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** How much is there, in words beside the fold, so that nothing has to be opened to be found. */
function countKept({ questions, notes, documentId, layout, asksConsent, answers = [] }: TypedItem): number {
  return [questions, notes, documentId, layout, asksConsent, answers.length > 0].filter(Boolean).length
}
