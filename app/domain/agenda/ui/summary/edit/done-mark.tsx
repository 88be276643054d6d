import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import type { AgendaEntry } from '../../../agenda.ts'
import type { SummaryView } from '../../../summary/summary-view.ts'
import { excerpt } from '../../panel/entries/entry-groups.ts'
import { sayMoment } from './editing.ts'

/** Says that a next step is done; it is where the reminder of its day leads to. */
export function DoneMark({ entry, view }: { entry: AgendaEntry; view: SummaryView }) {
  const { after: { summary: texts } } = messages(view.locale)
  const done = view.done.find(({ entryId }) => entryId === entry.id)
  const text = excerpt(entry.text)
  return (
    <form method="post" className="step-done">
      <input type="hidden" name="entryId" value={entry.id} />
      {done && (
        <p className="step-done-by small">
          <Icon name="check" size={18} />{fill(texts.doneBy, { name: done.name, moment: sayMoment(done.at, view) })}
        </p>
      )}
      <Button name="intent" value={done ? 'undone' : 'done'} tone={done ? 'plain' : 'quiet'}>
        <span aria-hidden="true">{done ? texts.undo : texts.done}</span>
        <VisuallyHidden>{fill(done ? texts.undoThis : texts.doneThis, { text })}</VisuallyHidden>
      </Button>
    </form>
  )
}
