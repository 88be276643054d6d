import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { PreparedFile } from '#app/domain/agenda/prepare/prepared-file.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { FileList } from './file-list.tsx'
import { PointNews } from './point-news.tsx'

type ReadAgendaProps = { agenda: Agenda; files: readonly PreparedFile[]; locale: Locale; hrefOf: (fileId: string) => string }

/** The agenda as everybody in the meeting sees it, for whoever reads along: nothing here changes it. */
export function ReadAgenda({ agenda, files, locale, hrefOf }: ReadAgendaProps) {
  const { booking: { booked: { agenda: texts } }, prepare } = messages(locale)
  if (agenda.items.length === 0) return null
  return (
    <section className="booked-part" id="agenda">
      <h2>{texts.title}</h2>
      <ol className="booked-points">
        {agenda.items.map((item) => (
          <li key={item.id}>
            <div className="agenda-item-text">
              <h3>{item.title}</h3>
              {item.purpose && <p className="soft">{item.purpose}</p>}
              <PointNews {...{ item, locale, files, hrefOf }} mark={prepare.agenda.important} />
            </div>
            <span className="agenda-item-minutes">{fill(texts.minutes, { minutes: item.minutes })}</span>
          </li>
        ))}
      </ol>
      {files.length > 0 && <FileList files={files} locale={locale} hrefOf={hrefOf} />}
    </section>
  )
}
