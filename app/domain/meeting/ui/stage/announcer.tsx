import type { News } from '../call/news.ts'

/** What was said last, each sentence read out once, as it comes, and shown for a moment. */
export function Announcer({ news }: { news: readonly News[] }) {
  return (
    <div className="room-news" role="status" aria-atomic="false">
      {news.map(({ number, text }) => <p key={number}>{text}</p>)}
    </div>
  )
}
