import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { sizeText } from '#app/i18n/size-text.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { PreparedFile } from '../../../prepare/prepared-file.ts'

type FileProps = { file: PreparedFile; href: string; texts: Messages['agenda']['files']; locale: Locale }

/** A file to be saved, with whose it is and how large. */
export function PreparedFileLine({ file: { id, name, bytes, addedBy }, href, texts, locale }: FileProps) {
  const whose = addedBy ? fill(texts.by, { name: addedBy.name }) : texts.withTemplate
  return (
    <p className="prepared-file">
      <Icon name="file" size={18} />
      <span>
        <a href={`${href}/${id}`} download>{name}</a>
        <span className="soft small">{whose} · {sizeText(bytes, locale)}</span>
      </span>
    </p>
  )
}
