import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { plannedMinutes, type Agenda } from '../../agenda.ts'

/** The agenda to read, before the script runs. */
export function AgendaList({ agenda, texts }: { agenda: Agenda; texts: Messages['agenda'] }) {
  return (
    <section className="agenda-list" aria-labelledby="agenda-list-title">
      <h2 id="agenda-list-title">{texts.title}</h2>
      {agenda.items.length > 0 && <p className="soft">{fill(texts.plannedInAll, { minutes: plannedMinutes(agenda) })}</p>}
      <ol className="agenda-list-items">
        {agenda.items.map((item) => (
          <li key={item.id}>
            <p className="agenda-list-title">{item.title}</p>
            <p className="soft small">
              {[fill(texts.minutes, { minutes: item.minutes }), item.carriedFrom && texts.carried].filter(Boolean).join(' · ')}
            </p>
            {item.purpose && <p className="soft small">{item.purpose}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
