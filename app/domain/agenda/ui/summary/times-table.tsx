import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { plannedMinutes } from '../../agenda.ts'
import type { SummaryView } from '../../summary/summary-view.ts'

/** Planned and used minutes of each point; nothing when no point was ever current. */
export function TimesTable({ agenda, texts }: { agenda: SummaryView['agenda']; texts: Messages['room'] }) {
  const usedMs = agenda.items.reduce((sum, item) => sum + item.spentMs, 0)
  if (usedMs === 0) return null
  const { summary } = texts
  return (
    <section aria-labelledby="times">
      <h2 id="times">{summary.times}</h2>
      <table className="summary-times">
        <thead>
          <tr><th scope="col">{summary.point}</th><th scope="col">{summary.planned}</th><th scope="col">{summary.used}</th></tr>
        </thead>
        <tbody>
          {agenda.items.map((item) => (
            <tr key={item.id}>
              <th scope="row">{item.title}</th>
              <td>{fill(texts.minutes, { minutes: item.minutes })}</td>
              <td>{usedText(item.spentMs, texts)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{summary.total}</th>
            <td>{fill(texts.minutes, { minutes: plannedMinutes(agenda) })}</td>
            <td>{usedText(usedMs, texts)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function usedText(spentMs: number, texts: Messages['room']): string {
  if (spentMs > 0 && spentMs < MINUTE_MS) return texts.summary.seconds
  return fill(texts.minutes, { minutes: Math.round(spentMs / MINUTE_MS) })
}
