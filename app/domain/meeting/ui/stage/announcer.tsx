import type { CallView } from '../call/call.ts'

/** The newest sentence, read out and shown for a moment. */
export function Announcer({ news }: { news: CallView['news'] }) {
  return (
    <div className="room-news" role="status">
      {news && <p key={news.number}>{news.text}</p>}
    </div>
  )
}
