import { Button } from '#app/ui/button.tsx'
import { fill } from '#app/i18n/fill.ts'
import type { Messages } from '#app/i18n/messages.ts'
import type { AgendaInHand } from '../feed/use-agenda-feed.ts'
import type { RefusedChange } from '../feed/feed-state.ts'
import { usePanel } from './panel-context.ts'
import { sayRefusal, typedIn } from './refusal-words.ts'

/** A quiet line while something is on its way, empty when all is saved. */
export function FeedState({ inHand }: { inHand: AgendaInHand }) {
  const { texts } = usePanel()
  return <p className="panel-state small soft" role="status">{feedWords(inHand, texts.feed)}</p>
}

export function feedWords({ waiting, isLive }: Pick<AgendaInHand, 'waiting' | 'isLive'>, texts: Messages['agenda']['feed']): string {
  if (isLive) return waiting > 0 ? texts.saving : ''
  if (waiting === 0) return texts.offline
  return waiting === 1 ? texts.waitingOne : fill(texts.waiting, { count: waiting })
}

/** What the server could not take, with the words that were typed, until it has been read. */
export function RefusedChanges({ inHand }: { inHand: AgendaInHand }) {
  const { texts, focusOn, idOf, notes } = usePanel()
  const wordsIn = notes.adapter?.wordsIn
  const { refused } = inHand

  function dismiss({ changeId }: RefusedChange) {
    const others = refused.filter((one) => one.changeId !== changeId)
    inHand.dismiss(changeId)
    focusOn(...others.map((one) => `ok-${one.changeId}`), 'text', 'body')
  }
  return (
    <div className="panel-refused" role="alert">
      {refused.length > 0 && <h3>{texts.refused.title}</h3>}
      {refused.map((one) => (
        <div className="panel-refusal" key={one.changeId}>
          <p>{sayRefusal(one.reason, texts)}</p>
          {typedIn(one.change, wordsIn) && <p className="panel-typed">{fill(texts.refused.text, { text: typedIn(one.change, wordsIn) })}</p>}
          <Button type="button" tone="quiet" id={idOf(`ok-${one.changeId}`)} onClick={() => dismiss(one)}>{texts.refused.dismiss}</Button>
        </div>
      ))}
    </div>
  )
}
