/** A question as it is being written. */
export type PollDraft = { isOpen: boolean; question: string; answers: string }

export const BLANK_POLL: PollDraft = { isOpen: false, question: '', answers: '' }
