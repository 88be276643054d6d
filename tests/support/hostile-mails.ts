import { replyMail, replyText } from './replies.ts'

/** Mails that shall cost more than a mail may, or be taken for what they are not. */
export function hostileMails(from: string, uid: string): Record<string, string> {
  const answer = replyText({ uid, from, partstat: 'DECLINED' })
  const mail = (headers: string[] = []) => replyMail({ from, headers, calendar: { text: answer } })
  return {
    'a hundred thousand headers': mail(Array.from({ length: 100_000 }, (_, index) => `X-A: ${index}`).map((line) => line.slice(0, 9))),
    'a thousand signatures': mail(Array.from({ length: 400 }, (_, index) => `DKIM-Signature: v=1; a=rsa-sha256; d=s${index}.example; s=k; h=from; bh=x; b=y`)),
    'parts in parts in parts': nested(answer, 150),
    'a hundred thousand parts': `${mail().slice(0, -10)}${'--edge\r\n\r\n'.repeat(90_000)}`,
    'one line without an end': `From: <${from}>\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n${answer.replace('BEGIN:VEVENT', `X-A:${' '.repeat(900_000)}`)}`,
    'base64 that unpacks to a calendar of a megabyte': `From: <${from}>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REPLY\r\nContent-Transfer-Encoding: base64\r\n\r\n${
      Buffer.from(replyText({ uid, from, more: Array.from({ length: 60_000 }, () => 'X-A:b') })).toString('base64').replaceAll(/.{76}/g, '$&\r\n')}`,
    'a charset that is none': `From: <${from}>\r\nMIME-Version: 1.0\r\nContent-Type: text/calendar; method=REPLY; charset=utf-99\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${answer.replaceAll('\r\n', '\u0000\r\n')}`,
    'an answer that never ends': `From: <${from}>\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\n${'BEGIN:VEVENT\r\n'.repeat(900)}`,
    'an encoded head of a hundred kilobytes': replyMail({ from, subject: '=?utf-8?Q?a?= '.repeat(7_000), calendar: { text: answer.replace('REPLY', 'NONE') } }),
    'addresses without an end': mail([`To: ${'(((('.repeat(20_000)}`]).replace('METHOD:REPLY', 'METHOD:NONE'),
  }
}

function nested(inside: string, depth: number): string {
  const open = Array.from({ length: depth }, (_, index) => `Content-Type: multipart/mixed; boundary="b${index}"\r\n\r\n--b${index}\r\n`).join('')
  return `From: <a@b.example>\r\nMIME-Version: 1.0\r\n${open}Content-Type: text/calendar; method=REPLY\r\n\r\n${inside}`
}
