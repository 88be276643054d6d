import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { PollOutcome } from '../polls/poll.ts'

/** How many answered, and whether it is closed: `4 har svaret, lukket`. */
export function sayPollState({ votes, isClosed, answers }: PollOutcome, locale: Locale): string {
  const { polls: texts } = messages(locale).after
  const isHidden = answers.some(({ count }) => count === null)
  const said = votes === 0 ? texts.noVotes : fill(votes === 1 ? texts.oneVote : texts.votes, { count: votes })
  return `${said}, ${isHidden ? texts.unseen : isClosed ? texts.closed : texts.open}`
}

/** Each answer with how many gave it: `Ja: 3`. */
export function sayAnswers({ answers }: Pick<PollOutcome, 'answers'>, locale: Locale): string[] {
  const { answer } = messages(locale).after.polls
  return answers.map(({ text, count }) => (count === null ? text : fill(answer, { text, count })))
}
