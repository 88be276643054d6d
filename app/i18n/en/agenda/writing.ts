import type { writing as danish } from '../../da/agenda/writing.ts'

export const writing: typeof danish = {
  notes: {
    label: 'Notes on',
    labelOf: 'Notes on {title}',
    whole: 'Notes on the whole meeting',
    empty: 'You all write in the same text.',
    loading: 'Getting the notes …',
    writeOn: 'Write on',
    writeOnAt: 'Write on in the notes on {title}',
  },
  page: {
    title: 'Notes',
    intro: 'You can write here without a script too. What others write meanwhile stays.',
    toRoom: 'To the meeting',
    save: 'Save the notes',
    saved: 'The notes are saved',
    open: 'Write notes on a page without a script',
  },
  ways: {
    'decision': 'Decision',
    'next-step': 'Next step',
    'parked': 'Park',
    poll: 'Poll',
    hint: {
      'decision': 'Make the line a decision (Ctrl + Enter)',
      'next-step': 'Make the line a next step (Ctrl + Shift + Enter)',
      'parked': 'Park the line as a question (Alt + Enter)',
    },
    taken: {
      'decision': 'The line is a decision now.',
      'next-step': 'The line is a next step now. Who, and by when?',
      'parked': 'The question is parked.',
    },
  },
  poll: {
    title: 'Poll',
    question: 'Question',
    answers: 'Answers',
    answersHint: 'One on each line, 2 to 6 in all.',
    ask: 'Ask everybody',
    close: 'Close the poll',
    votes: '{count} have answered',
    oneVote: '1 has answered',
    open: 'you can change your answer',
    unseen: 'answer to see the result',
    closed: 'closed',
  },
  trade: {
    taken: 'You still end at {time}. {minutes} min. are taken from the next points.',
    takenOne: 'You still end at {time}. 1 min. is taken from the next points.',
    share: 'gets {minutes} min.',
    nothing: 'gets no time',
  },
  keys: {
    timer: 'The clock runs again.',
    timerOff: 'The clock stands still.',
    noPoint: 'No point has begun.',
    allDone: 'All points are done.',
  },
}
