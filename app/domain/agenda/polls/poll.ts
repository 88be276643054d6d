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
  const counts = answers.map(({ id }) => given.filter((answerId) => answerId === id).length)
  return { own, counts: own !== null || isClosed ? counts : null, votes: given.length }
}
