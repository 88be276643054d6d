import { useId, useRef, type ClipboardEvent, type FormEvent, type KeyboardEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { ChatTexts } from './chat-props.ts'
import type { ChatFailure } from '../chat-state.ts'

/** For the browser's file picker alone: the server looks at what is inside. */
const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.webp,.gif,.docx,.xlsx,.pptx,.txt,.csv,.md'

type MessageFormProps = {
  draft: string
  refusal: ChatFailure | null
  texts: ChatTexts
  onWrite: (draft: string) => void
  onSend: () => void
  onFiles: (files: Iterable<File>) => void
}

/** Enter sends and Shift+Enter breaks the line; a picture that is pasted is sent. */
export function MessageForm({ draft, refusal, texts, onWrite, onSend, onFiles }: MessageFormProps) {
  const [id, area] = [useId(), useRef<HTMLTextAreaElement>(null)]
  function submit(event: FormEvent) {
    event.preventDefault()
    onSend()
    area.current?.focus()
  }
  function press(event: KeyboardEvent) {
    // While an input method composes, Enter belongs to it.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
  }
  function paste(event: ClipboardEvent) {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    onFiles(event.clipboardData.files)
  }
  return (
    <form className="chat-form" noValidate onSubmit={submit}>
      <label className="field-label" htmlFor={id}>{texts.message}</label>
      {refusal && <p className="field-error" id={`${id}-error`} role="alert">{texts.failure[refusal]}</p>}
      <textarea
        className="input" id={id} ref={area} rows={2} value={draft} aria-describedby={`${id}-hint${refusal ? ` ${id}-error` : ''}`}
        aria-invalid={refusal ? true : undefined} onChange={({ target }) => onWrite(target.value)} onKeyDown={press} onPaste={paste}
      />
      <div className="chat-send">
        <AttachButton texts={texts} onFiles={onFiles} />
        <p className="field-hint" id={`${id}-hint`}>{texts.hint}</p>
        <Button>{texts.send}</Button>
      </div>
    </form>
  )
}

function AttachButton({ texts, onFiles }: Pick<MessageFormProps, 'texts' | 'onFiles'>) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="panel-more chat-attach" aria-label={texts.attach} title={`${texts.attach}. ${texts.attachHint}`} onClick={() => picker.current?.click()}>
        <Icon name="attach" />
      </button>
      <input
        type="file" ref={picker} accept={ACCEPTED} multiple hidden tabIndex={-1} aria-label={texts.attach}
        onChange={({ target }) => { onFiles([...(target.files ?? [])]); target.value = '' }}
      />
    </>
  )
}
