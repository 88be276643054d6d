import type { hostNotes as danish, points as danishPoints } from '../../da/agenda/host-notes.ts'

/** The host's own notes, on the desk and in the room. */
export const hostNotes: typeof danish = {
  title: 'For you alone',
  whole: 'Notes on the whole meeting',
  gone: 'From an item that was removed',
  questions: 'Questions that you want to ask',
  text: 'Notes',
  save: 'Save the notes',
  faults: {
    stale: 'The note was changed somewhere else meanwhile. The newest stands above what you wrote. Adjust it and save again.',
    'too-long': 'It is too long. At most 4,000 characters in each field.',
    'no-such-item': 'The item was removed meanwhile. Copy your text and save it with the whole meeting.',
    'not-allowed': 'Only the host has notes here.',
    malformed: 'It could not be saved. Try again.',
  },
  now: 'Newest version',
  edit: 'Edit the notes',
  cancel: 'Cancel',
  none: 'You have written nothing for this item.',
  at: 'Your notes on',
  loading: 'Getting your notes …',
  failed: 'Your notes could not be read.',
  again: 'Try again',
  unsent: 'There is no connection. Your text is still here. Try again in a while.',
  saved: 'The notes are saved.',
}

/** What stands at a point in the panel beyond its title. */
export const points: typeof danishPoints = {
  important: 'Matters most to the guest',
  importantTo: 'Matters most to {name}',
  mark: 'Mark as what matters most',
  unmark: 'Take off the mark',
  asks: '{name} asks',
  asksConsent: 'Ask whether the meeting may be recorded',
}
