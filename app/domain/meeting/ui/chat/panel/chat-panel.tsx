import { useState } from 'react'
import { useStore } from '#app/ui/island/use-store.ts'
import { dropMessage, sendAgain, sendDraft, sendFile, writeDraft, type ChatDesk, type ChatView } from '../chat-desk.ts'
import type { ChatFailure } from '../chat-state.ts'
import type { ChatActions, ChatItems, ChatReader, ChatTexts } from './chat-props.ts'
import { MessageForm } from './message-form.tsx'
import { MessageLog } from './message-log.tsx'

type ChatPanelProps = { desk: ChatDesk; reader: ChatReader; items: ChatItems; texts: ChatTexts; isOver: boolean }

/** The chat beside the video, kept up to date. */
export function ChatPanel({ desk, ...rest }: ChatPanelProps) {
  const actions = {
    write: (draft: string) => writeDraft(desk, draft),
    send: () => sendDraft(desk),
    sendFile: (file: File) => sendFile(desk, file),
    sendAgain: (id: string) => sendAgain(desk, id),
    drop: (id: string) => dropMessage(desk, id),
  }
  return <ChatView view={useStore(desk.store)} actions={actions} filesHref={desk.links.files} {...rest} />
}

type ChatViewProps = Omit<ChatPanelProps, 'desk'> & { view: ChatView; actions: ChatActions; filesHref: string }

/** What was said, and the place to say more. A file that is dropped anywhere on it is sent. */
export function ChatView({ view, actions, filesHref, reader, items, texts, isOver }: ChatViewProps) {
  const [refusal, setRefusal] = useState<ChatFailure | null>(null)
  const [isDropping, setDropping] = useState(false)
  const hand = (files: Iterable<File>) => {
    const faults = [...files].map((file) => actions.sendFile(file))
    setRefusal(faults.find((fault) => fault !== null) ?? null)
  }
  const over = isOver ? {} : {
    onDragOver(event: React.DragEvent) { event.preventDefault(); setDropping(true) },
    onDragLeave: () => setDropping(false),
    onDrop(event: React.DragEvent) { event.preventDefault(); setDropping(false); hand(event.dataTransfer.files) },
  }
  return (
    <section className="panel chat" aria-label={texts.title} data-dropping={isDropping ? '' : undefined} {...over}>
      <MessageLog {...{ view, actions, filesHref, reader, items, texts }} />
      <div className="panel-foot">
        {isDropping && <p className="chat-drop">{texts.drop}</p>}
        {isOver
          ? <p className="soft">{texts.over}</p>
          : (
            <MessageForm
              {...{ texts, refusal }} draft={view.draft} onWrite={actions.write} onFiles={hand} onSend={() => setRefusal(actions.send())}
            />
          )}
      </div>
    </section>
  )
}
