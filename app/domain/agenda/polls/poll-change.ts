import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { cleanLine } from '#app/kernel/text.ts'
import type { Agenda } from '../agenda.ts'
import type { ChangeContext, ChangeOf, ChangeRefusal } from '../change.ts'
import { POLL_LIMITS, type Poll } from './poll.ts'

type Changed = Result<Agenda, ChangeRefusal>

/** Asked at an item that went meanwhile, it belongs to the whole meeting. */
export function askPoll(agenda: Agenda, change: ChangeOf<'poll-ask'>, context: ChangeContext): Changed {
  const polls = agenda.polls ?? []
  if (polls.some(({ id }) => id === change.pollId)) return refuse('already-there')
  if (polls.length >= POLL_LIMITS.polls) return refuse('too-many')
  const question = cleanLine(change.question)
  const answers = change.answers.map(({ id, text }) => ({ id, text: cleanLine(text) }))
  if (!question) return refuse('empty-text')
  if (question.length > POLL_LIMITS.question || answers.some(({ text }) => text.length > POLL_LIMITS.answer)) return refuse('too-long')
  if (!areAnswers(answers)) return refuse('bad-answers')
  const itemId = agenda.items.some(({ id }) => id === change.itemId) ? change.itemId : null
  return ok({ ...agenda, polls: [...polls, { id: change.pollId, itemId, question, answers, votes: {}, isClosed: false, at: context.at }] })
}

/** Each person has one vote, and may give it to another answer until the poll is closed. */
export function vote(agenda: Agenda, change: ChangeOf<'poll-vote'>, { seatId }: ChangeContext): Changed {
  const poll = agenda.polls?.find(({ id }) => id === change.pollId)
  if (!poll) return refuse('no-such-poll')
  if (poll.isClosed) return refuse('poll-closed')
  if (!poll.answers.some(({ id }) => id === change.answerId)) return refuse('bad-answers')
  return ok(withPoll(agenda, { ...poll, votes: { ...poll.votes, [seatId]: change.answerId } }))
}

export function closePoll(agenda: Agenda, change: ChangeOf<'poll-close'>): Changed {
  const poll = agenda.polls?.find(({ id }) => id === change.pollId)
  return poll ? ok(withPoll(agenda, { ...poll, isClosed: true })) : refuse('no-such-poll')
}

function withPoll(agenda: Agenda, changed: Poll): Agenda {
  return { ...agenda, polls: agenda.polls?.map((poll) => (poll.id === changed.id ? changed : poll)) }
}

function areAnswers(answers: Poll['answers']): boolean {
  const [ids, texts] = [new Set(answers.map(({ id }) => id)), new Set(answers.map(({ text }) => text))]
  const isCounted = answers.length >= POLL_LIMITS.fewestAnswers && answers.length <= POLL_LIMITS.mostAnswers
  return isCounted && ids.size === answers.length && texts.size === answers.length && !texts.has('')
}
