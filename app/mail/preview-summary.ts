import type { Poll } from '#app/domain/agenda/polls/poll.ts'
import type { PreparedFile } from '#app/domain/agenda/prepare/prepared-file.ts'
import type { Language } from '#app/kernel/locale.ts'

/** What three people were asked, as a summary tells of it. */
export function previewPoll(locale: Language, itemId: string): Poll {
  const { question, answers } = WORDS[locale]
  return {
    id: 'poll', itemId, question, answers: answers.map((text, index) => ({ id: `answer-${index}`, text })),
    votes: { host: 'answer-1', guest: 'answer-1', colleague: 'answer-0' }, isClosed: true, at: 0,
  }
}

/** The document of that point, and what the guest has added. */
export function previewFiles(locale: Language, { documentId, guest }: { documentId: string; guest: string }): PreparedFile[] {
  const [document, numbers] = FILES[locale]
  return [
    { id: documentId, name: document, type: 'application/pdf', bytes: 840_000, addedBy: null },
    { id: 'file-1', name: numbers, type: 'application/pdf', bytes: 62_000, addedBy: { seatId: 'guest', name: guest } },
  ]
}

const FILES: Record<Language, [document: string, numbers: string]> = {
  da: ['Vaner, der holder.pdf', 'Vores tal for tredje kvartal.pdf'], en: ['Habits that last.pdf', 'Our numbers for the third quarter.pdf'],
}

const WORDS: Record<Language, { question: string; answers: string[] }> = {
  da: { question: 'Hvem skal med først?', answers: ['Hele holdet på en gang', 'Fire sælgere, og så resten efter sommerferien'] },
  en: { question: 'Who should go first?', answers: ['The whole team at once', 'Four sellers, and the rest after the summer'] },
}
