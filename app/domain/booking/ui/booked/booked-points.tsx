import { AGENDA_LIMITS, type AgendaItem, type ItemQuestion } from '#app/domain/agenda/agenda.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import type { GuestPrepare } from './booked-state.ts'

type PointProps = { booked: GuestPrepare; item: AgendaItem }

/** Marks a point as what matters most to the guest, or takes the mark off. */
export function MarkForm({ booked, item }: PointProps) {
  const { agenda: words } = messages(booked.locale).prepare
  const [intent, text] = item.isImportant ? ['unmark', words.unmark] : ['mark', words.mark]
  return (
    <form method="post" action={booked.pageHref}>
      <input type="hidden" name="itemId" value={item.id} />
      <Button tone="plain" name="intent" value={intent}>{text}<VisuallyHidden>: {item.title}</VisuallyHidden></Button>
    </form>
  )
}

/** A question at a point, so that the consultant can have the answer ready. */
export function AskForm({ booked, item }: PointProps) {
  const { prepare: { agenda: words }, booking: { booked: { agendaFaults } } } = messages(booked.locale)
  const typed = booked.typedQuestion?.itemId === item.id ? booked.typedQuestion : null
  const fault = typed && booked.agendaFault ? sayQuestionFault(booked.agendaFault, agendaFaults) : undefined
  return (
    <details className="ask" open={typed !== null || undefined}>
      <summary>{words.ask}<VisuallyHidden>: {item.title}</VisuallyHidden></summary>
      <form method="post" action={booked.pageHref}>
        <input type="hidden" name="itemId" value={item.id} />
        <input type="hidden" name="questionId" value={booked.itemId} />
        <TextArea
          id={`question-${item.id}`} name="text" label={words.question} rows={2} maxLength={AGENDA_LIMITS.question} required
          defaultValue={typed?.text} error={fault}
        />
        <Button tone="quiet" name="intent" value="ask">{words.questionSend}</Button>
      </form>
    </details>
  )
}

export function UnaskForm({ booked, item, question }: PointProps & { question: ItemQuestion }) {
  const { agenda: words } = messages(booked.locale).prepare
  return (
    <form method="post" action={booked.pageHref}>
      <input type="hidden" name="itemId" value={item.id} />
      <input type="hidden" name="questionId" value={question.id} />
      <Button tone="plain" name="intent" value="unask" aria-label={fill(words.unaskThis, { text: question.text })}>{words.unask}</Button>
    </form>
  )
}

function sayQuestionFault(fault: string, texts: Record<string, string>): string {
  return texts[fault] ?? texts.other ?? ''
}
