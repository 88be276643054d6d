import { messages } from '#app/i18n/messages.ts'
import type { SummaryView } from '../../summary/summary-view.ts'
import { PreparedFileLine } from '../panel/documents/prepared-file-line.tsx'

/** What was prepared for the meeting, to be fetched by whoever may read it; nothing when nothing was. */
export function FileList({ view: { files, links, locale } }: { view: SummaryView }) {
  if (files.length === 0) return null
  const { files: texts } = messages(locale).agenda
  return (
    <section aria-labelledby="files">
      <h2 id="files">{texts.title}</h2>
      <ul className="summary-files">
        {files.map((file) => <li key={file.id}><PreparedFileLine {...{ file, texts, locale }} href={links.files} /></li>)}
      </ul>
    </section>
  )
}
