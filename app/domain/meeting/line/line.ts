import { z } from 'zod'
import type { MediaState } from '../room-data.ts'

/**
 * How somebody's own browser finds their media: good; no-upload: what it sends is not received;
 * no-media: nothing is received there either.
 */
const LINE_STATES = ['good', 'no-upload', 'no-media'] as const

export type LineState = (typeof LINE_STATES)[number]

/** POST links.line. What this seat's browser measures, said when it changes and while something is wrong. */
export type LineReport = { line: LineState }

/** That it is answered is the news: the app is reached. `numbers` to ring the guests at are for the host's eyes. */
export type LineAnswer = { livekit: MediaState; numbers: { name: string; phone: string }[] }

/** The feed's word on somebody else's line. */
export type LineNote = LineReport & { identity: string }

const report = z.object({ line: z.enum(LINE_STATES) })

/** Reads what a browser tells of its line; null for what no browser of ours sends. */
export function parseLineReport(body: unknown): LineReport | null {
  return report.safeParse(body).data ?? null
}

/** A note as it travels between processes, well under the 8,000 bytes that PostgreSQL lets a notification have. */
export function writeNote({ identity, line }: LineNote): string {
  return `${identity} ${line}`
}

export function readNote(text: string): LineNote | null {
  const [identity, line] = text.split(' ')
  const known = LINE_STATES.find((state) => state === line)
  return identity && known ? { identity, line: known } : null
}
