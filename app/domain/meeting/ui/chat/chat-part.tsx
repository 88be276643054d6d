import { Button } from '#app/ui/button.tsx'
import { createPart, usePart } from '#app/ui/island/use-part.ts'
import type { ChatDesk } from './chat-desk.ts'
import type { ChatItems, ChatReader, ChatTexts } from './panel/chat-props.ts'

type ChatPartProps = { desk: ChatDesk; reader: ChatReader; items: ChatItems; texts: ChatTexts; isOver: boolean }

const PANEL = createPart(() => import('./panel/chat-panel.tsx'))

/** The chat, fetched when it is opened for the first time: whoever never writes never waits for it. */
export function ChatPart({ desk, reader, items, texts, isOver }: ChatPartProps) {
  const { loaded, hasFailed, tryAgain } = usePart(PANEL)
  if (loaded) return <loaded.ChatPanel {...{ desk, reader, items, texts, isOver }} />
  return (
    <div className="panel chat">
      <div className="panel-body" role="status">
        <p className="soft">{hasFailed ? texts.loadFailed : texts.loading}</p>
        {hasFailed && <Button type="button" tone="quiet" onClick={tryAgain}>{texts.loadAgain}</Button>}
      </div>
    </div>
  )
}
