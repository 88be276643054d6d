import type { Messages } from '#app/i18n/messages.ts'
import { sizeText } from '#app/i18n/size-text.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { Icon } from '#app/ui/icon.tsx'
import { sayOrigin, type FileOrigin } from '../../../prepare/file-words.ts'
import type { PreparedFile } from '../../../prepare/prepared-file.ts'

type FileProps = { file: Pick<PreparedFile, 'id' | 'name' | 'bytes'> & FileOrigin; href: string; texts: Messages['agenda']['files']; locale: Locale }

/** A file to be saved, with whose it is and how large. */
export function PreparedFileLine({ file, href, texts, locale }: FileProps) {
  const { id, name, bytes } = file
  return (
    <p className="prepared-file">
      <Icon name="file" size={18} />
      <span>
        <a href={`${href}/${id}`} download>{name}</a>
        <span className="soft small">{sayOrigin(file, texts)} · {sizeText(bytes, locale)}</span>
      </span>
    </p>
  )
}
