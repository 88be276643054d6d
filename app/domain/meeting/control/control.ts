import type { SentKind } from '../meeting.ts'

/** Told to one seat alone: a host, by that name, turned this off. */
export type Silenced = { kind: SentKind; by: string }

export function isSentKind(text: string | undefined): text is SentKind {
  return text === 'microphone' || text === 'camera' || text === 'share'
}
