import type { CalendarReply } from '#app/domain/calendar/replies/calendar-reply.ts'
import { readCalendarReply } from '#app/domain/calendar/replies/read-calendar-reply.ts'
import type { ReadMail } from './read-mail.ts'

export type Classified =
  /** A mail of ours came back for good; `mailId` null when it can't be told which. */
  | { kind: 'bounce'; mailId: string | null; reason: string }
  /** A program wrote: nobody is at home, or a mail is late. */
  | { kind: 'auto-reply' }
  | { kind: 'reply' | 'counter'; reply: CalendarReply }
  /** A calendar that is no answer we can read. */
  | { kind: 'broken'; reason: string }
  | { kind: 'other' }

const REASON_LETTERS = 300
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/**
 * Tells by their structure, and never by their words, what a mail to our own mailbox is.
 * @param ourDomain of the address that sends our mails, with which their Message-IDs end.
 */
export function classify(mail: ReadMail, ourDomain: string): Classified {
  const bounce = readReport(mail, ourDomain) ?? readPlainBounce(mail, ourDomain)
  if (bounce) return bounce
  if (isAnsweredByProgram(mail)) return { kind: 'auto-reply' }
  const calendar = readCalendar(mail)
  if (calendar) return calendar
  return isWrittenByProgram(mail) ? { kind: 'auto-reply' } : { kind: 'other' }
}

/** A report by a mail server (RFC 3464): only a failure is one, for what is late may still arrive. */
function readReport(mail: ReadMail, ourDomain: string): Classified | null {
  const status = mail.parts.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!status) return null
  const fields = status.text.replaceAll(/\r?\n[ \t]+/g, ' ')
  const action = /^action:\s*(\w+)/im.exec(fields)?.[1]?.toLowerCase()
  if (action !== 'failed') return { kind: 'auto-reply' }
  const reason = /^diagnostic-code:\s*(?:\w+;\s*)?(.+)$/im.exec(fields)?.[1] ?? /^status:\s*(.+)$/im.exec(fields)?.[1] ?? ''
  return { kind: 'bounce', mailId: findOurs(mail, ourDomain), reason: reason.trim().slice(0, REASON_LETTERS) }
}

/** Older mail servers write a letter; it has our Message-ID somewhere, or it is not about a mail of ours. */
function readPlainBounce(mail: ReadMail, ourDomain: string): Classified | null {
  const isByServer = /^(mailer-daemon|postmaster)@/.test(mail.from) || valueOf(mail, 'return-path')?.trim() === '<>'
  const isVacation = valueOf(mail, 'auto-submitted')?.toLowerCase().startsWith('auto-replied') && !/^(mailer-daemon|postmaster)@/.test(mail.from)
  if (!isByServer || isVacation || mail.parts.some(({ mimeType }) => mimeType === 'text/calendar')) return null
  const mailId = findOurs(mail, ourDomain)
  if (mailId === null) return null
  const reason = /^.*\b[45]\d\d[ -]\d\.\d\.\d.*$/m.exec(mail.text)?.[0] ?? mail.subject
  return { kind: 'bounce', mailId, reason: reason.trim().slice(0, REASON_LETTERS) }
}

/** RFC 3834 §5 and what came before it: an answer that nobody wrote, also when a calendar lies beside it. */
function isAnsweredByProgram(mail: ReadMail): boolean {
  const submitted = valueOf(mail, 'auto-submitted')?.toLowerCase() ?? ''
  const isOld = ['x-autoreply', 'x-autorespond', 'x-autoresponder'].some((name) => valueOf(mail, name) !== null)
  return submitted.startsWith('auto-replied') || isOld || /^auto[_-]reply$/i.test(valueOf(mail, 'precedence')?.trim() ?? '')
}

/** Calendars on the web write their answers as programs do, so this is asked of mails without an answer only. */
function isWrittenByProgram(mail: ReadMail): boolean {
  const submitted = valueOf(mail, 'auto-submitted')?.toLowerCase().trim() ?? 'no'
  return !submitted.startsWith('no') || /^(bulk|junk|list)$/i.test(valueOf(mail, 'precedence')?.trim() ?? '')
}

function readCalendar({ parts }: ReadMail): Classified | null {
  const calendars = parts.filter(({ mimeType }) => mimeType === 'text/calendar' || mimeType === 'application/ics')
  const named = calendars.find(({ method }) => method === 'COUNTER') ?? calendars.find(({ method }) => method === 'REPLY') ?? calendars[0]
  if (!named) return null
  const reply = readCalendarReply(named.text)
  // RFC 6047 §2.4: what the part is called and what it says must be the same.
  if (!reply || (named.method !== null && named.method !== reply.method)) return { kind: 'broken', reason: 'unreadable-calendar' }
  return { kind: reply.method === 'COUNTER' ? 'counter' : 'reply', reply }
}

/** The id of the mail of ours that this one answers, or brings back. */
function findOurs({ answers, parts, text }: ReadMail, ourDomain: string): string | null {
  const ours = new RegExp(`<?(${UUID})@${ourDomain.replaceAll(/[^\w-]/g, '\\$&')}\\b`, 'i')
  const returned = parts.filter(({ mimeType }) => mimeType === 'message/rfc822' || mimeType === 'text/rfc822-headers')
  const places = [...returned.map((part) => part.text), ...answers, text, ...parts.map((part) => part.text)]
  for (const place of places) {
    const id = ours.exec(place)?.[1]
    if (id) return id.toLowerCase()
  }
  return null
}

function valueOf({ headers }: ReadMail, name: string): string | null {
  return headers.find(({ key }) => key === name)?.value ?? null
}
