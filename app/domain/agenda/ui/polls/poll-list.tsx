import { Button } from '#app/ui/button.tsx'
import { fill } from '#app/i18n/fill.ts'
import { resultFor, type Poll } from '../../polls/poll.ts'
import { usePanel } from '../panel/panel-context.ts'

/** What was asked at one place, to answer and to see what came of it. */
export function PollList({ itemId }: { itemId: string | null }) {
  const { agenda } = usePanel()
  const ids = new Set(agenda.items.map(({ id }) => id))
  const polls = (agenda.polls ?? []).filter((poll) => (poll.itemId !== null && ids.has(poll.itemId) ? poll.itemId : null) === itemId)
  if (polls.length === 0) return null
  return <div className="panel-entries">{polls.map((poll) => <PollCard key={poll.id} poll={poll} />)}</div>
}

function PollCard({ poll }: { poll: Poll }) {
  const { texts: { writing: { poll: texts } }, viewer, mayWrite, attempt } = usePanel()
  const { own, counts, votes } = resultFor(poll, viewer.seatId)
  const isOpen = mayWrite && !poll.isClosed
  const state = poll.isClosed ? texts.closed : own === null && isOpen ? texts.unseen : texts.open
  return (
    <fieldset className="poll">
      <legend className="poll-question">{poll.question}</legend>
      {poll.answers.map(({ id, text }, index) => (
        <label className="poll-answer" key={id} data-own={id === own ? '' : undefined}>
          <input
            type="radio" name={poll.id} checked={id === own} disabled={!isOpen}
            onChange={() => attempt({ kind: 'poll-vote', pollId: poll.id, answerId: id })}
          />
          <span className="poll-text">{text}</span>
          {counts && <PollCount count={counts[index] ?? 0} votes={votes} />}
        </label>
      ))}
      <p className="panel-facts">
        {fill(votes === 1 ? texts.oneVote : texts.votes, { count: votes })} · {state}
        {viewer.role === 'host' && isOpen && (
          <Button type="button" tone="plain" className="poll-close" onClick={() => attempt({ kind: 'poll-close', pollId: poll.id })}>{texts.close}</Button>
        )}
      </p>
    </fieldset>
  )
}

function PollCount({ count, votes }: { count: number; votes: number }) {
  return (
    <>
      <span className="poll-count">{count}</span>
      <progress className="panel-progress poll-bar" aria-hidden="true" max={Math.max(1, votes)} value={count} />
    </>
  )
}
