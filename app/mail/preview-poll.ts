import type { Poll } from '#app/domain/agenda/polls/poll.ts'
import type { Language } from '#app/kernel/locale.ts'

/** What three people were asked, as a summary tells of it. */
export function previewPoll(locale: Language, itemId: string): Poll {
  const { question, answers } = WORDS[locale]
  return {
    id: 'poll', itemId, question, answers: answers.map((text, index) => ({ id: `answer-${index}`, text })),
    votes: { host: 'answer-1', guest: 'answer-1', colleague: 'answer-0' }, isClosed: true, at: 0,
  }
}

const WORDS: Record<Language, { question: string; answers: string[] }> = {
  da: { question: 'Hvem skal med først?', answers: ['Hele holdet på en gang', 'Fire sælgere, og så resten efter sommerferien'] },
  en: { question: 'Who should go first?', answers: ['The whole team at once', 'Four sellers, and the rest after the summer'] },
}
