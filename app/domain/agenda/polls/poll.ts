/** A question that the host asks everybody, with its answers. */
export type Poll = {
  id: string
  /** The item it was asked at; null when it belongs to the whole meeting. */
  itemId: string | null
  question: string
  answers: { id: string; text: string }[]
  /** Whose vote goes to which answer, by seat. */
  votes: Record<string, string>
  isClosed: boolean
  at: number
}

export const POLL_LIMITS = { polls: 30, question: 200, answer: 100, fewestAnswers: 2, mostAnswers: 6 } as const

/** What the poll shows to one person: how it goes, once they have voted or it is closed. */
export type PollResult = { own: string | null; counts: number[] | null; votes: number }

export function resultFor({ answers, votes, isClosed }: Poll, seatId: string): PollResult {
  const given = Object.values(votes)
  const own = Object.hasOwn(votes, seatId) ? votes[seatId] ?? null : null
  return { own, counts: own !== null || isClosed ? countsOf({ answers, votes }) : null, votes: given.length }
}

/** What was asked and what came of it, as the record has it: how many gave each answer, and of nobody which. */
export type PollOutcome = {
  id: string
  itemId: string | null
  question: string
  /** How many gave it; null for whoever has not answered a poll that still goes on. */
  answers: { text: string; count: number | null }[]
  votes: number
  isClosed: boolean
}

/** Once the meeting is over no vote can be led by the others, so all may read them. */
export function outcomeOf(poll: Poll, { seatId, isOver }: { seatId: string; isOver: boolean }): PollOutcome {
  const { id, itemId, question, answers, isClosed } = poll
  const { counts, votes } = resultFor({ ...poll, isClosed: isClosed || isOver }, seatId)
  return { id, itemId, question, answers: answers.map(({ text }, index) => ({ text, count: counts?.[index] ?? null })), votes, isClosed }
}

function countsOf({ answers, votes }: Pick<Poll, 'answers' | 'votes'>): number[] {
  const given = Object.values(votes)
  return answers.map(({ id }) => given.filter((answerId) => answerId === id).length)
}
