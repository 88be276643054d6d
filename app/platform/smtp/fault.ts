/** Why a mail did not arrive, as far as people can do something about it. */
export type DeliveryFault =
  | 'no-such-address' | 'no-such-domain' | 'bad-address' | 'mailbox-full' | 'mailbox-closed' | 'too-big' | 'unproven' | 'blocked'
  | 'not-reached' | 'our-server' | 'our-sign-in' | 'gone' | 'late' | 'unknown'

/** What is written down when there is no longer anything to send. */
export const NOTHING_LEFT = 'There is nothing left to write about'

/** What is written down when it could not be sent while it was of use. */
export const TOO_LATE = 'The time for it has passed'

/** Enhanced status codes (RFC 3463 §3, RFC 7505 §4.1, RFC 7372 §3, RFC 6531 §3.5), the first that fits. */
const CODES: [code: RegExp, fault: DeliveryFault][] = [
  [/[45]\.1\.(1|6|0)/, 'no-such-address'],
  [/[45]\.1\.(2|10)|[45]\.4\.4/, 'no-such-domain'],
  [/[45]\.1\.\d+|[45]\.6\.7/, 'bad-address'],
  [/[45]\.2\.2/, 'mailbox-full'],
  [/[45]\.2\.\d+/, 'mailbox-closed'],
  [/[45]\.3\.4/, 'too-big'],
  [/[45]\.7\.(2[0-9]|9)/, 'unproven'],
  [/[45]\.7\.\d+/, 'blocked'],
  [/[45]\.4\.\d+/, 'not-reached'],
]

/** Reply codes (RFC 5321 §4.2.3), where the server gave no better. */
const REPLIES: [reply: RegExp, fault: DeliveryFault][] = [
  [/55[01]/, 'no-such-address'], [/[45]52/, 'mailbox-full'], [/55[36]|50[13]/, 'bad-address'], [/554/, 'blocked'],
]

/** What the mail library calls faults on the way to our own server. */
const OUR_SERVER = /\b(ECONNECTION|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ESOCKET|EDNS|ETLS|EPROTOCOL|EHOSTUNREACH|ENOTFOUND)\b/

/** @param reason what a mail server answered, or a returned mail said. */
export function faultOf(reason: string): DeliveryFault {
  if (reason.includes(NOTHING_LEFT)) return 'gone'
  if (reason.includes(TOO_LATE)) return 'late'
  if (/\bEAUTH\b/.test(reason) || /\b53[0458]\b/.test(reason)) return 'our-sign-in'
  const enhanced = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(reason)?.[0]
  const byCode = CODES.find(([code]) => enhanced !== undefined && fits(code, enhanced))
  if (byCode) return byCode[1]
  const reply = /(?<![\d.])[45]\d\d(?![\d.])/.exec(reason)?.[0]
  const byReply = REPLIES.find(([known]) => reply !== undefined && fits(known, reply))
  if (byReply) return byReply[1]
  return OUR_SERVER.test(reason) ? 'our-server' : 'unknown'
}

/** What went wrong in one line, with the codes by which it is understood. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const fault = error.cause instanceof Error ? error.cause : error
  const [code, response] = [propertyOf(fault, 'code'), propertyOf(fault, 'response')]
  return [code, response ?? fault.message].filter(Boolean).join(' ').replaceAll(/\s+/g, ' ')
}

function fits(pattern: RegExp, text: string): boolean {
  return pattern.exec(text)?.[0] === text
}

function propertyOf(error: Error, name: string): string | null {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' && value !== '' ? value : null
}
