import { useStorePart } from '#app/ui/island/use-store.ts'
import type { Call } from '../call/call.ts'
import type { News } from '../call/news.ts'

/** The call's own news, so that a new sentence draws nothing else. */
export function CallNews({ call }: { call: Call }) {
  return <Announcer news={useStorePart(call.store, ({ news }) => news)} />
}

/** What was said last, each sentence read out once, as it comes, and shown for a moment. */
export function Announcer({ news }: { news: readonly News[] }) {
  return (
    <div className="room-news" role="status" aria-atomic="false">
      {news.map(({ number, text }) => <p key={number}>{text}</p>)}
    </div>
  )
}
