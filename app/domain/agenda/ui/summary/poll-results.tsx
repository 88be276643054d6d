import { messages } from '#app/i18n/messages.ts'
import type { PollOutcome } from '../../polls/poll.ts'
import { pollGroups } from '../../summary/lines.ts'
import { sayPollState } from '../../summary/poll-words.ts'
import type { SummaryView } from '../../summary/summary-view.ts'

/** What was asked and what came of it, under the points it was asked at; nothing when nothing was asked. */
export function PollResults({ view }: { view: SummaryView }) {
  const groups = pollGroups(view)
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="polls">
      <h2 id="polls">{messages(view.locale).after.polls.title}</h2>
      {groups.map(({ id, title, polls }) => (
        <div key={id} className="summary-notes">
          {title && <h3>{title}</h3>}
          {polls.map((poll) => <PollResult key={poll.id} poll={poll} locale={view.locale} />)}
        </div>
      ))}
    </section>
  )
}

function PollResult({ poll, locale }: { poll: PollOutcome; locale: SummaryView['locale'] }) {
  return (
    <div className="summary-poll">
      <table>
        <caption>{poll.question}</caption>
        <tbody>
          {poll.answers.map(({ text, count }) => <tr key={text}><th scope="row">{text}</th><td>{count ?? '–'}</td></tr>)}
        </tbody>
      </table>
      <p className="soft small">{sayPollState(poll, locale)}</p>
    </div>
  )
}
