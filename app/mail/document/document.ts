import type { Locale } from '#app/kernel/locale.ts'

/** A mail before it is HTML or plain text: both are made of the same blocks, so both say the same. */
export type MailDocument = {
  locale: Locale
  /** What a list of mails shows after the subject. */
  preview: string
  title: string
  blocks: readonly Block[]
  /** Who sends it, and why to this reader. */
  foot: { sender: string; reason: string; stop?: MailLink }
}

export type Block =
  | { kind: 'text'; text: string }
  /** The time, large. `isOff`: no longer the time of the meeting. */
  | { kind: 'when'; label: string | null; day: string; clock: string; notes: readonly string[]; isOff: boolean }
  /** What held before, crossed out where that can be shown. */
  | { kind: 'was'; text: string }
  /** The one thing to do. */
  | { kind: 'action'; label: string; href: string }
  | { kind: 'links'; links: readonly MailLink[] }
  | { kind: 'rows'; title: string; rows: readonly Row[] }
  | { kind: 'list'; title: string; items: readonly Item[]; more: string | null }
  /** Somebody's own words. */
  | { kind: 'quote'; title: string; text: string }

export type MailLink = { label: string; href: string }
export type Row = { label: string; value: string; href?: string }
/** `note` is what stands beside the text: minutes, or who does it until when. `parts` stand below it, such as answers. */
export type Item = { text: string; note: string | null; parts?: readonly string[] }
