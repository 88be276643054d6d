import { isoInstant } from '#app/kernel/time.ts'

export type ReplyWords = {
  method?: 'REPLY' | 'COUNTER'
  uid?: string | null
  from: string
  attendees?: readonly string[]
  partstat?: string
  sequence?: number | null
  stampedAt?: number
  startsAt?: number
  comment?: string
  more?: string[]
}

/** What a calendar answers, as the text of its calendar part. */
export function replyText(words: ReplyWords): string {
  const { method = 'REPLY', uid = null, from, attendees = [from], partstat = 'ACCEPTED', sequence = 0, startsAt, comment } = words
  const { stampedAt = Date.UTC(2026, 10, 25, 9), more = [] } = words
  return [
    'BEGIN:VCALENDAR', 'PRODID:-//A calendar//EN', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT',
    ...(uid === null ? [] : [`UID:${uid}`]), ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]), `DTSTAMP:${compact(stampedAt)}`,
    ...(startsAt === undefined ? [] : [`DTSTART:${compact(startsAt)}`]),
    ...attendees.map((address) => `ATTENDEE;PARTSTAT=${partstat};CN="Somebody":mailto:${address}`),
    ...(comment === undefined ? [] : [`COMMENT:${comment}`]), ...more, 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n')
}

export type MailWords = {
  from: string
  to?: string
  subject?: string
  messageId?: string
  headers?: string[]
  calendar?: { text: string; method?: string }
}

/** A mail with that calendar in it, as calendars send it. */
export function replyMail({ from, to = 'moeder@fremmode.example', subject = 'Accepted', messageId, headers = [], calendar }: MailWords): string {
  const part = calendar ? [
    '--edge', `Content-Type: text/calendar; charset="UTF-8"; method=${calendar.method ?? 'REPLY'}`, 'Content-Transfer-Encoding: 8bit', '', calendar.text,
  ] : []
  return [
    ...headers, `From: Somebody <${from}>`, `To: <${to}>`, `Subject: ${subject}`, `Message-ID: ${messageId ?? `<${crypto.randomUUID()}@calendar.example>`}`,
    'Date: Wed, 25 Nov 2026 10:00:00 +0100', 'MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary="edge"', '',
    '--edge', 'Content-Type: text/plain; charset="UTF-8"', '', 'Somebody has answered the invitation.', ...part, '--edge--', '',
  ].join('\r\n')
}

function compact(at: number): string {
  return isoInstant(at).replaceAll(/[-:]/g, '').replace(/\.\d+/, '')
}
