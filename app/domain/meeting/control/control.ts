/** What somebody sends to the others. */
export type SentKind = 'microphone' | 'camera' | 'share'

/** Told to one seat alone: a host, by that name, turned this off. */
export type Silenced = { kind: SentKind; by: string }

/** Somebody with a question, in the order in which the hands went up; `identity` finds the picture. */
export type RaisedHand = { seatId: string; identity: string; name: string }

export function isSentKind(text: string | undefined): text is SentKind {
  return text === 'microphone' || text === 'camera' || text === 'share'
}
