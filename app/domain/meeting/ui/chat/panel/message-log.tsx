import { fill } from '#app/i18n/fill.ts'
import { sizeText } from '#app/i18n/size-text.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ChatFile, ChatMessage } from '../../../message.ts'
import type { ChatView } from '../chat-desk.ts'
import type { ChatActions, ChatItems, ChatReader, ChatTexts } from './chat-props.ts'
import type { PendingMessage } from '../chat-state.ts'
import { MessageText } from '../message-text.tsx'
import { useEndInSight } from './use-end-in-sight.ts'

type MessageLogProps = {
  view: Pick<ChatView, 'messages' | 'pending'>
  actions: Pick<ChatActions, 'sendAgain' | 'drop'>
  filesHref: string
  reader: ChatReader
  items: ChatItems
  texts: ChatTexts
}

/** Messages of one person within this time stand under one name. */
const ONE_BREATH_MS = 5 * MINUTE_MS

/** What was said, the newest last. New lines are read out, and kept in sight unless the reader has gone up to look for something. */
export function MessageLog({ view: { messages, pending }, actions, filesHref, reader, items, texts }: MessageLogProps) {
  const titleOf = (itemId: string | null | undefined) => items.find(({ id }) => id === itemId)?.title
  const ref = useEndInSight<HTMLDivElement>(messages.length + pending.length)
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
    <div className="panel-body chat-log" ref={ref} role="log" aria-label={texts.log} tabIndex={0}>
      {messages.length + pending.length === 0 && <p className="soft">{texts.empty}</p>}
      <ol>
        {messages.map((message, index) => (
          <li key={message.id} className="chat-message" data-own={message.seatId === reader.id ? '' : undefined}>
            {message.itemId !== messages[index - 1]?.itemId && titleOf(message.itemId) && <p className="chat-item">{titleOf(message.itemId)}</p>}
            {!follows(messages[index - 1], message) && <Author message={message} reader={reader} texts={texts} />}
            {message.file
              ? <FileLink file={message.file} href={`${filesHref}/${message.id}`} texts={texts} locale={reader.locale} />
              : <p className="chat-text"><MessageText text={message.text} /></p>}
          </li>
        ))}
        {pending.map((message) => <Pending key={message.id} message={message} actions={actions} texts={texts} />)}
      </ol>
    </div>
  )
}

function follows(before: ChatMessage | undefined, message: ChatMessage): boolean {
  return before?.seatId === message.seatId && before.itemId === message.itemId && message.at - before.at < ONE_BREATH_MS
}

function Author({ message, reader, texts }: { message: ChatMessage; reader: ChatReader; texts: ChatTexts }) {
  return (
    <p className="chat-author">
      <strong>{message.seatId === reader.id ? texts.you : message.name}</strong>{' '}
      <Time at={message.at} zone={reader.timeZone} locale={reader.locale} as="clock" />
    </p>
  )
}

function FileLink({ file, href, texts, locale }: { file: ChatFile; href: string; texts: ChatTexts; locale: Locale }) {
  const size = sizeText(file.bytes, locale)
  return (
    <a className="chat-file" href={href} download={file.name}>
      {file.type.startsWith('image/') ? <img src={href} alt="" loading="lazy" /> : <Icon name="file" />}
      <span className="chat-file-name"><span className="visually-hidden">{texts.download} </span>{file.name}</span>{' '}
      <span className="soft small">{size}</span>
    </a>
  )
}

function Pending({ message: { id, text, file, failure }, actions, texts }: { message: PendingMessage } & Pick<MessageLogProps, 'actions' | 'texts'>) {
  return (
    <li className="chat-message" data-own="" data-failed={failure ? '' : undefined}>
      {file ? <p className="chat-text">{file.name}</p> : <p className="chat-text"><MessageText text={text} /></p>}
      {failure === null
        ? <p className="soft small">{file ? fill(texts.sendingFile, { name: file.name }) : texts.sending}</p>
        : (
          <>
            <p className="field-error">{texts.failure[failure]}</p>
            <div className="row">
              <Button type="button" tone="quiet" onClick={() => actions.sendAgain(id)}>{texts.sendAgain}</Button>
              <Button type="button" tone="plain" onClick={() => actions.drop(id)}>{texts.remove}</Button>
            </div>
          </>
        )}
    </li>
  )
}
