import { fill } from '#app/i18n/fill.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { AgendaItem } from '../../../agenda.ts'
import { usePanel } from '../panel-context.ts'

/** What was prepared for a point: that it matters most, what the guests ask, and that consent is asked. */
export function ItemPrepared({ item: { isImportant, markedBy, questions = [], asksConsent } }: { item: AgendaItem }) {
  const { viewer, texts: { points } } = usePanel()
  return (
    <>
      {isImportant && <p className="point-mark"><Icon name="star" size={16} /> {markedBy ? fill(points.importantTo, markedBy) : points.important}</p>}
      {asksConsent && viewer.role === 'host' && <p className="panel-facts">{points.asksConsent}</p>}
      {questions.length > 0 && (
        <ul className="point-questions">
          {questions.map(({ id, text, authorName }) => (
            <li key={id}><p className="panel-facts">{fill(points.asks, { name: authorName })}</p><p className="said">{text}</p></li>
          ))}
        </ul>
      )}
    </>
  )
}
