import { messages } from '#app/i18n/messages.ts'
import type { PollOutcome } from '../../polls/poll.ts'
import { headingOf, pollGroups } from '../../summary/lines.ts'
import { sayPollState } from '../../summary/poll-words.ts'
import type { SummaryView } from '../../summary/summary-view.ts'

/** What was asked and what came of it, under the points it was asked at; nothing when nothing was asked. */
export function PollResults({ view }: { view: SummaryView }) {
  const groups = pollGroups(view)
  if (groups.length === 0) return null
  const { polls: texts, summary: { whole } } = messages(view.locale).after
  const shown = groups.map((group) => ({ ...group, heading: headingOf(group, groups, whole) }))
  return (
    <section aria-labelledby="polls">
      <h2 id="polls">{texts.title}</h2>
      {shown.map(({ id, heading, polls }) => (
        <div key={id} className="summary-notes">
          {heading && <h3>{heading}</h3>}
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
