import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Field, TextArea } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ERROR_SUMMARY_ID, ErrorSummary } from '#app/ui/notice.tsx'
import { AGENDA_LIMITS } from '../../agenda.ts'
import type { TemplateFault, TypedItem, TypedTemplate } from '../../templates/template-input.ts'
import { fieldOf, sayFault } from './fault-words.ts'
import { PointMore, type MoreProps } from './point-more.tsx'

type TemplateTexts = Messages['desk']['templatePage']

type TemplateFormProps = {
  typed: TypedTemplate
  faults: readonly TemplateFault[]
  texts: TemplateTexts
  faultsTitle: string
  more: Pick<MoreProps, 'words' | 'documents' | 'answers'>
}

/**
 * An agenda to be written. Each button sends all of it, so nothing typed is lost and no script is needed;
 * the fragment it sends to puts the focus where the point now stands.
 */
export function TemplateForm({ typed, faults, texts, faultsTitle, more }: TemplateFormProps) {
  const { words } = more
  const said = faults.map((fault) => ({ id: fieldOf(fault, typed.items), text: sayFault(fault, { ...texts.faults, ...words.faults }) }))
  const errorAt = (id: string) => said.find((fault) => fault.id === id)?.text
  return (
    <form method="post" action={`#${ERROR_SUMMARY_ID}`} className="desk-form" noValidate encType="multipart/form-data">
      <button className="visually-hidden" name="intent" value="save" tabIndex={-1} aria-hidden="true">{texts.save}</button>
      <ErrorSummary title={faultsTitle} faults={said} />
      <Field id="title" name="title" label={texts.title} defaultValue={typed.title} error={errorAt('title')} maxLength={AGENDA_LIMITS.title} />
      <ol className="points" data-drag={words.drag} data-drag-how={words.dragHow} data-drag-moved={words.moved}>
        {typed.items.map((item, index) => (
          <li key={index} className="point">
            <fieldset className="point-line">
              <legend className="visually-hidden">{fill(texts.item, { number: index + 1 })}</legend>
              <PointFields item={item} index={index} errorAt={errorAt} texts={texts} />
              <PointMoves index={index} count={typed.items.length} texts={texts} />
              <TextArea
                id={`purpose-${index}`} name="purpose" label={texts.purpose} defaultValue={item.purpose} error={errorAt(`purpose-${index}`)} rows={2}
              />
              <PointMore {...{ ...more, item, index, errorAt }} />
            </fieldset>
          </li>
        ))}
      </ol>
      <p><Button id="add" tone="quiet" name="intent" value="add" formAction={`#item-${typed.items.length}`}>{texts.add}</Button></p>
      <p className="soft">{fill(texts.sum, { minutes: sumOf(typed.items) })}</p>
      <p><Button name="intent" value="save">{texts.save}</Button></p>
    </form>
  )
}

type PointFieldsProps = { item: TypedItem; index: number; errorAt: (id: string) => string | undefined; texts: TemplateTexts }

function PointFields({ item, index, errorAt, texts }: PointFieldsProps) {
  const [titleId, minutesId] = [`item-${index}`, `minutes-${index}`]
  return (
    <>
      <input type="hidden" name="key" value={index} />
      <Field
        id={titleId} name="itemTitle" label={texts.itemTitle} placeholder={texts.itemTitle} defaultValue={item.title} error={errorAt(titleId)}
      />
      <Field id={minutesId} name="minutes" label={texts.minutes} defaultValue={item.minutes} error={errorAt(minutesId)} inputMode="numeric" size={4} />
    </>
  )
}

/** All three for every point: what leads nowhere is hidden by where the point stands, for a script may put it elsewhere. */
function PointMoves({ index, count, texts }: { index: number; count: number; texts: TemplateTexts }) {
  const number = index + 1
  const moves = [
    { move: 'up', name: texts.upItem, text: texts.up, target: `item-${index - 1}` },
    { move: 'down', name: texts.downItem, text: texts.down, target: `item-${number}` },
    { move: 'remove', name: texts.removeItem, text: texts.remove, target: number < count ? `item-${index}` : 'add' },
  ] as const
  return (
    <div className="point-moves">
      {moves.map(({ move, name, text, target }) => (
        <Button
          key={move} tone="plain" name="intent" value={`${move}:${index}`} formAction={`#${target}`} data-move={move}
          aria-label={fill(name, { number })} title={text}
        >
          <Icon name={move} size={20} />
        </Button>
      ))}
    </div>
  )
}

function sumOf(items: readonly TypedItem[]): number {
  return items.reduce((sum, { minutes }) => sum + (/^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : 0), 0)
}
