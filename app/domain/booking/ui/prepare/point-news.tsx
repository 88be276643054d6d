import type { AgendaItem, ItemQuestion } from '#app/domain/agenda/agenda.ts'
import type { PreparedFile } from '#app/domain/agenda/prepare/prepared-file.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { ReactNode } from 'react'

type PointNewsProps = {
  item: AgendaItem
  locale: Locale
  /** What the mark is called for whoever reads it. */
  mark: string
  files: readonly PreparedFile[]
  hrefOf: (fileId: string) => string
  /** What may be done with a question. */
  questionEnd?: (question: ItemQuestion) => ReactNode
}

/** What stands at a point beyond its title: the mark, the document, that consent is asked, and what the guests would like to know. */
export function PointNews({ item, locale, mark, files, hrefOf, questionEnd }: PointNewsProps) {
  const { agenda: words } = messages(locale).prepare
  const document = files.find(({ id }) => id === item.documentId)
  return (
    <>
      {item.isImportant && <p className="point-mark"><Icon name="star" size={18} /> {mark}</p>}
      {document && <p className="small"><a href={hrefOf(document.id)} download>{fill(words.document, { name: document.name })}</a></p>}
      {item.asksConsent && <p className="soft small">{words.asksConsent}</p>}
      {item.questions && item.questions.length > 0 && (
        <ul className="point-questions">
          {item.questions.map((question) => (
            <li key={question.id}>
              <p className="soft small">{fill(words.asks, { name: question.authorName })}</p>
              <p className="said">{question.text}</p>
              {questionEnd?.(question)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
