import { readIcs } from './ics-bytes.ts'
import type { ImapServer } from './imap-server.ts'
import { missingImapServer, startImapServer } from './imap-server.ts'
import type { Letter } from './letters.ts'
import { startNameServer } from './name-server.ts'
import { startProductWithMail, type ProductWithMail } from './product-with-mail.ts'
import { replyMail, replyText, type ReplyWords } from './replies.ts'
import { makeSigningDomain } from './signed-mail.ts'

export type ProductWithInbox = ProductWithMail & {
  inbox: ImapServer
  /** What the calendar of the letter's reader answers to it, signed by their domain or by nobody. */
  answer: (letter: Letter, words?: Partial<ReplyWords> & { isSigned?: boolean; sender?: string }) => Promise<void>
}

/** Why there can't be one here; null where there can, and where all is asked for. */
export const whyNoInbox = process.env.REQUIRE_ALL === '1' ? null : missingImapServer

/** The product with a real mail server for what it sends, a real one for what it gets, and a name server that knows example.com. */
export async function startProductWithInbox(settings: Record<string, string> = {}): Promise<ProductWithInbox> {
  const [names, inbox] = await Promise.all([startNameServer(), startImapServer()])
  const domain = makeSigningDomain('example.com', names)
  const world = await startProductWithMail({ IMAP_URL: inbox.url, DNS_SERVER: names.address, ...settings })
  return {
    ...world, inbox,
    async answer(letter, { isSigned = true, sender = letter.to, ...words } = {}) {
      const value = (name: string) => readIcs(letter.calendar ?? '').find((property) => property.name === name)?.value ?? ''
      const text = replyText({ uid: value('UID'), sequence: Number(value('SEQUENCE')), from: letter.to, stampedAt: Date.now(), ...words })
      const source = replyMail({ from: sender, calendar: { text, method: words.method } })
      await inbox.append(isSigned ? await domain.sign(source) : source)
    },
    async stop() {
      await world.stop()
      await Promise.all([inbox.stop(), names.stop()])
    },
  }
}
