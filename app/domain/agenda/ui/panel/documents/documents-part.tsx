import { Button } from '#app/ui/button.tsx'
import type { AgendaItem } from '../../../agenda.ts'
import { DOCUMENT_TYPE } from '../../../document/shown-document.ts'
import type { PreparedFile } from '../../../prepare/prepared-file.ts'
import { usePanel, type PanelDocuments } from '../panel-context.ts'
import { PreparedFileLine } from './prepared-file-line.tsx'
import { ShowDocument } from './show-document.tsx'

type Given = { documents: PanelDocuments }

/** The document of a point: to be saved, and for the host to be shown. */
export function PointDocument({ documents, item: { documentId, title } }: Given & { item: AgendaItem }) {
  const file = documents.files.find(({ id }) => id === documentId)
  return (
    <>
      {file && <FileLine {...{ documents, file }} />}
      {documentId && <Show {...{ documents, documentId }} name={title} />}
    </>
  )
}

/** What was prepared for the whole meeting, or for a point that is gone. */
export function MeetingFiles({ documents }: Given) {
  const { agenda: { items }, texts: { files: texts }, idOf } = usePanel()
  const { files, hasFailed, tryAgain } = documents
  const loose = files.filter(({ id }) => !items.some(({ documentId }) => documentId === id))
  if (hasFailed) return <p role="alert">{texts.failed} <Button type="button" tone="plain" onClick={tryAgain}>{texts.again}</Button></p>
  if (loose.length === 0) return null
  return (
    <section className="prepared-files" aria-labelledby={idOf('files')}>
      <h3 className="panel-whole" id={idOf('files')}>{texts.title}</h3>
      <ul>
        {loose.map((file) => (
          <li key={file.id}>
            <FileLine {...{ documents, file }} />
            {file.type === DOCUMENT_TYPE && <Show documents={documents} documentId={file.id} name={file.name} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function FileLine({ documents: { filesHref }, file }: Given & { file: PreparedFile }) {
  const { viewer: { locale }, texts } = usePanel()
  return <PreparedFileLine {...{ file, locale }} href={filesHref} texts={texts.files} />
}

function Show({ documents, ...document }: Given & { documentId: string; name: string }) {
  const { viewer, mayChange } = usePanel()
  return viewer.role === 'host' && mayChange && <ShowDocument documents={documents} {...document} />
}
