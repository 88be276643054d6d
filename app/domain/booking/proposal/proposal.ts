/** open: waits for the consultant. booked: one of its times became a meeting. declined: answered with a no. */
export type ProposalState = 'open' | 'booked' | 'declined'
