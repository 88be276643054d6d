import { simpleParser } from 'mailparser'
import type { SmtpSink } from './smtp-sink.ts'

export type Letter = {
  to: string
  subject: string
  messageId: string
  text: string
  html: string
  /** The calendar part with its lines unfolded; null when there is none. */
  calendar: string | null
  links: string[]
}

/** Both forms stand in our mails, so neither is made of the other: that takes ten times as long as reading. */
const AS_WRITTEN = { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true }

/** What the mail server accepted, read as a mail client reads it. */
export async function readLetters(sink: SmtpSink): Promise<Letter[]> {
  const letters: Letter[] = []
  // One after the other: twenty thousand parsers at once choke each other.
  for (const mail of sink.accepted()) letters.push(await readLetter(mail))
  return letters
}

async function readLetter(mail: ReturnType<SmtpSink['accepted']>[number]): Promise<Letter> {
  const parsed = await simpleParser(mail.raw, AS_WRITTEN)
  const calendar = parsed.attachments.find((part) => part.contentType.startsWith('text/calendar') || part.contentType === 'application/ics')
  const text = parsed.text ?? ''
  return {
    to: mail.to[0] ?? '',
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? '',
    text,
    html: typeof parsed.html === 'string' ? parsed.html : '',
    calendar: calendar ? calendar.content.toString('utf8').replaceAll(/\r\n[ \t]/g, '') : null,
    links: text.match(/https?:\/\/[^\s<>]+/g) ?? [],
  }
}

/** The first link of a letter whose path begins so. @throws {Error} when there is none. */
export function linkOf(letter: Letter, path: string): string {
  const link = letter.links.find((candidate) => new URL(candidate).pathname.startsWith(path))
  if (!link) throw new Error(`No ${path} link in "${letter.subject}"`)
  return link
}
