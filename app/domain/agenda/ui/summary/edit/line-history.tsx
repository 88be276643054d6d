import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { dateText } from '#app/kernel/time.ts'
import type { LineText } from '../../../corrections/correction.ts'
import type { SummaryView } from '../../../summary/summary-view.ts'
import { sayMoment } from './editing.ts'

/** Who put this line right and when, with what it said before to be read. */
export function LineHistory({ entryId, view }: { entryId: string; view: SummaryView }) {
  const { after: { summary: texts } } = messages(view.locale)
  const versions = view.corrections.filter((one) => one.entryId === entryId)
  const last = versions.at(-1)
  if (!last) return null
  const earlier = versions.filter(({ before }) => before !== null)
  const said = fill(last.before ? texts.corrected : texts.added, { name: last.name, moment: sayMoment(last.at, view) })
  return (
    <div className="line-history soft small">
      <p>{said}</p>
      {earlier.length > 0 && (
        <details>
          <summary>{texts.earlier}</summary>
          <ol className="line-versions">
            {earlier.map(({ before, name, at }) => before && (
              <li key={at}>
                <p className="said"><del>{before.text}</del></p>
                <p>{[sayAbout(before, view), fill(texts.corrected, { name, moment: sayMoment(at, view) })].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

/** Who does it and by when, as a next step says. */
export function sayAbout({ owner, due }: LineText, { locale }: Pick<SummaryView, 'locale'>): string {
  const { summary } = messages(locale).room
  return [owner && fill(summary.owner, { owner }), due && fill(summary.due, { date: dateText(due, locale) })].filter(Boolean).join(' · ')
}
