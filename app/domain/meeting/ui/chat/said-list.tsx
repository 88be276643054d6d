import { fill } from '#app/i18n/fill.ts'
import { messages as textsOf } from '#app/i18n/messages.ts'
import { sizeText } from '#app/i18n/size-text.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { paths } from '#app/paths.ts'
import { Time } from '#app/ui/time.tsx'
import type { ChatMessage } from '../../message.ts'
import { MessageText } from './message-text.tsx'

type SaidListProps = {
  said: readonly ChatMessage[]
  /** Whose seat the files are read by. */
  seatId: string
  /** What the meeting was about, in its order. */
  items: readonly { id: string; title: string }[]
  reader: { locale: Locale; timeZone: string }
}

/** The record of a chat, with its files; nothing when nobody wrote. */
export function SaidList({ said, seatId, items, reader: { locale, timeZone } }: SaidListProps) {
  if (said.length === 0) return null
  const { record, chat } = textsOf(locale).room.talk
  return (
    <section aria-labelledby="said">
      <h2 id="said">{record.title}</h2>
      <ol className="said-list">
        {said.map(({ id, name, at, text, file, itemId }, index) => (
          <li key={id}>
            {itemId !== said[index - 1]?.itemId && titleOf(items, itemId) && <h3>{titleOf(items, itemId)}</h3>}
            <p className="soft small">{name}, <Time at={at} zone={timeZone} locale={locale} as="clock" /></p>
            {file
              ? (
                <p>
                  <a href={paths.roomFile(seatId, id)} download={file.name}>
                    {fill(chat.openFile, { name: file.name, size: sizeText(file.bytes, locale) })}
                  </a>
                </p>
              )
              : <p className="said"><MessageText text={text} /></p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function titleOf(items: SaidListProps['items'], itemId: string | null): string | undefined {
  return items.find(({ id }) => id === itemId)?.title
}
