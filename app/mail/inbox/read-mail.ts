import PostalMime, { type Attachment, type Header } from 'postal-mime'

/** A mail as far as it matters who answers what. */
export type ReadMail = {
  headers: Header[]
  from: string
  subject: string
  text: string
  /** Message-IDs that it answers (RFC 5322 §3.6.4), without their brackets. */
  answers: string[]
  parts: MailPart[]
}

export type MailPart = { mimeType: string; method: string | null; text: string }

const MOST_DEPTH = 20
const TEXT_LETTERS = 64 * 1024

/**
 * Reads a mail that stays within the bounds. What it carries along, a mail that is sent back above all, stays a part
 * by itself, so that nothing inside it counts as said by the sender.
 * @throws {Error} when its parts lie too deep in each other.
 */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  const mail = await PostalMime.parse(raw, {
    forceRfc822Attachments: true, maxRfc822NestingDepth: 0, maxNestingDepth: MOST_DEPTH, attachmentEncoding: 'arraybuffer',
  })
  return {
    headers: mail.headers,
    from: mail.from?.address?.toLowerCase() ?? '',
    subject: mail.subject ?? '',
    text: (mail.text ?? '').slice(0, TEXT_LETTERS),
    answers: [...`${mail.inReplyTo ?? ''} ${mail.references ?? ''}`.matchAll(/<([^<>\s]{1,250})>/g)].map(([, id = '']) => id).slice(0, 50),
    parts: mail.attachments.map(toPart),
  }
}

function toPart({ mimeType, method, content }: Attachment): MailPart {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content instanceof ArrayBuffer ? new Uint8Array(content) : content)
  return { mimeType, method: method ?? null, text: bytes.subarray(0, 2 * TEXT_LETTERS).toString('utf8') }
}
