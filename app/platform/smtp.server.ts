import { createTransport } from 'nodemailer'
import MailComposer from 'nodemailer/lib/mail-composer'
import { MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import type { ReminderChannel } from './channels/reminder-channel.ts'
import { env } from './env.server.ts'
import { findSigner, signSource } from './smtp/dkim.server.ts'
import { mailDomain } from './smtp/mail-domain.ts'
import { putIntoMailbox } from './smtp/mailbox.server.ts'

export type MailParty = { name: string; address: string }

/** One message to one recipient. */
export type OutgoingMessage = {
  /** A UUID. The Message-ID is made of it, so that a repeat can be recognised. */
  id: string
  /** When the message was written, epoch milliseconds; the same in a repeat. */
  writtenAt: number
  from: MailParty
  to: MailParty
  replyTo: MailParty | null
  subject: string
  text: string
  /** Null for a message that is text alone. */
  html: string | null
  /** An iCalendar object, and the METHOD that stands in it. */
  calendar: { method: string; content: string } | null
  /** Where a POST ends mails of this kind; for news alone, not for what was agreed. */
  stopUrl?: string
}

/** The mail server refused for good (5xx): the same message will never go out. */
export class PermanentRefusal extends Error {}

/** RFC 5321 §4.5.3.2.6 lets a server think for minutes; giving up earlier than it would send the mail twice. */
const ANSWER_LIMIT_MS = 3 * MINUTE_MS
const CONNECT_LIMIT_MS = 15 * SECOND_MS
/** Refusals of our sign-in (RFC 4954 §6) are about the settings, and not about this message. */
const SIGN_IN_REPLIES = [530, 534, 535, 538]

let transport: { url: string; mailer: ReturnType<typeof connect> } | null = null

/**
 * Hands the message, signed, to the mail server of SMTP_URL, or without one to the local mailbox.
 * @throws {PermanentRefusal} when the server refuses the message itself; anything else may be tried again.
 */
export async function deliver(message: OutgoingMessage): Promise<void> {
  const signer = await findSigner()
  const composed = await composeSource(message)
  const source = signer ? await signSource(composed, signer) : composed
  const url = env().SMTP_URL
  if (!url) return putIntoMailbox({ id: message.id, writtenAt: message.writtenAt, source })
  try {
    const envelope = { from: message.from.address, to: [reachable(message.to.address)] }
    await openTransport(url).sendMail({ envelope, raw: source })
  } catch (error) {
    throw isRefusedForGood(error) ? new PermanentRefusal(String(error), { cause: error }) : error
  }
}

/** Mail reaches everybody. */
export const mailChannel: ReminderChannel<OutgoingMessage> = { reaches: () => true, send: deliver }

/**
 * The message as it travels (RFC 5322): text, HTML and the calendar as alternatives, the calendar last,
 * and once more as a file, for some clients read only the one and some only the other. Composing a message
 * again gives the same bytes.
 */
export function composeSource(message: OutgoingMessage): Promise<Buffer> {
  const { id, writtenAt, from, to, replyTo, subject, text, html, calendar } = message
  return new MailComposer({
    messageId: messageIdOf(message),
    date: new Date(writtenAt),
    from, to, subject,
    text: plainBreaks(text),
    html: html === null ? undefined : plainBreaks(html),
    replyTo: replyTo ?? undefined,
    // RFC 3834 §5: no holiday notice shall answer this
    headers: { 'Auto-Submitted': 'auto-generated', ...stopHeaders(message) },
    icalEvent: calendar ? { method: calendar.method, filename: 'invite.ics', content: calendar.content } : undefined,
    baseBoundary: id,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile().build()
}

/** One press in a reader of mail ends them (RFC 2369 §3.2, RFC 8058 §3.1). */
function stopHeaders({ stopUrl }: OutgoingMessage): Record<string, string> {
  if (stopUrl === undefined) return {}
  return { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/** `<id@domain>`, in the domain that sends. */
export function messageIdOf({ id, from }: Pick<OutgoingMessage, 'id' | 'from'>): string {
  return `<${id}@${mailDomain(from.address)}>`
}

/** Closes what idles; a delivery under way ends first. */
export function closeSmtp(): void {
  transport?.mailer.close()
  transport = null
}

/** Nobody is at an address with a line break, a space or a bracket in it, but somebody may be at a part of it. */
function reachable(address: string): string {
  if (/^[^\s\p{Cc}<>]+@[^\s\p{Cc}<>@]+$/u.test(address)) return address
  throw new PermanentRefusal('501 5.1.3 This is no mail address')
}

/** A CR alone is no line break, and no message may hold one (RFC 5322 §2.3); some servers take it for one. */
function plainBreaks(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

function openTransport(url: string): ReturnType<typeof connect> {
  if (transport?.url !== url) {
    closeSmtp()
    transport = { url, mailer: connect(url) }
  }
  return transport.mailer
}

function connect(url: string) {
  return createTransport({
    url,
    pool: true,
    connectionTimeout: CONNECT_LIMIT_MS,
    greetingTimeout: CONNECT_LIMIT_MS,
    dnsTimeout: CONNECT_LIMIT_MS,
    socketTimeout: ANSWER_LIMIT_MS,
    // The pool would send again by itself when a connection breaks; that is for the job to decide.
    maxRequeues: 0,
  })
}

function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('responseCode' in error)) return false
  const reply = Number(error.responseCode)
  const isAboutMessage = error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  return isAboutMessage && reply >= 500 && reply < 600 && !SIGN_IN_REPLIES.includes(reply)
}
