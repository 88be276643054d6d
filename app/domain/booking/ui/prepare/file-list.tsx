import type { ReactNode } from 'react'
import type { PreparedFile } from '#app/domain/agenda/prepare/prepared-file.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { sizeText } from '#app/i18n/size-text.ts'
import type { Locale } from '#app/kernel/locale.ts'

type FileListProps = {
  files: readonly PreparedFile[]
  locale: Locale
  hrefOf: (fileId: string) => string
  /** What may be done with a file. */
  fileEnd?: (file: PreparedFile) => ReactNode
}

/** The files of a meeting, each to be saved, with who added it. */
export function FileList({ files, locale, hrefOf, fileEnd }: FileListProps) {
  const { files: texts } = messages(locale).prepare
  if (files.length === 0) return <p className="soft">{texts.none}</p>
  return (
    <ul className="prepare-files">
      {files.map((file) => (
        <li key={file.id}>
          <a href={hrefOf(file.id)} download>{file.name}</a>
          <p className="soft small">
            {file.addedBy ? fill(texts.by, { name: file.addedBy.name }) : texts.withTemplate} · {sizeText(file.bytes, locale)}
          </p>
          {fileEnd?.(file)}
        </li>
      ))}
    </ul>
  )
}
