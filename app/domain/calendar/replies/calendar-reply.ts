/** What a calendar says about coming (PARTSTAT, RFC 5545 §3.2.12). */
export type Partstat = 'needs-action' | 'accepted' | 'declined' | 'tentative'

/** One who is named in an answer; the address in lower case. */
export type ReplyAttendee = { address: string; partstat: Partstat }

/** An answer to an invitation (REPLY), or one that proposes another time (COUNTER), as a calendar wrote it (RFC 5546 §3.2.3, §3.2.7). */
export type CalendarReply = {
  method: 'REPLY' | 'COUNTER'
  /** Null when the calendar left it out. */
  uid: string | null
  /** Of the version that is answered. */
  sequence: number
  /** DTSTAMP in epoch milliseconds; null when it is none. */
  stampedAt: number | null
  attendees: ReplyAttendee[]
  comment: string | null
  /** Epoch milliseconds; null when it can't be told. Means something in a COUNTER only. */
  startsAt: number | null
}
