/**
 * no-such-mail: none of this meeting. not-needed: it arrived, or may yet. too-late: it no longer says what is so.
 * bad-address: nobody can be there. address-taken: somebody else of the meeting has it.
 */
export type SendAgainRefusal = 'no-such-mail' | 'not-needed' | 'too-late' | 'bad-address' | 'address-taken'
