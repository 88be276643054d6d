import { takeReply } from '#app/domain/booking/replies/commands.server.ts'
import { SPENT, type Sender } from '#app/domain/booking/replies/reply.ts'
import { isId } from '#app/kernel/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { env } from '#app/platform/env.server.ts'
import { proveSender } from '#app/platform/inbox/sender-proof.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { Attempt } from '#app/platform/outbox.server.ts'
import { mailDomain } from '#app/platform/smtp/mail-domain.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import type { IncomingKind } from '#db/schema.server.ts'
import { noteBounce } from '../mail-rows.server.ts'
import { beyondBounds } from './bounds.ts'
import { classify, type Classified } from './classify.ts'
import { claimUnread, findUnread, markHandled } from './incoming.server.ts'
import { readMail, type ReadMail } from './read-mail.ts'

/** After so many tries, over some minutes, a name server that doesn't answer counts as one that proves nothing. */
const PROOF_TRIES = 6

type Became = { kind: IncomingKind; outcome: string; isKept: boolean }

/**
 * Job: reads a mail that came to our own mailbox, and does what it says. Reading and asking who sent it come first;
 * what it changes and that it is handled hold together, or neither.
 * @throws {Error} while it may be tried again.
 */
export async function readIncoming({ incomingId }: { incomingId: string }, attempt: Attempt): Promise<void> {
  const raw = await findUnread(incomingId)
  if (!raw) return
  const act = await understand(raw, attempt).catch((error: unknown) => {
    if (!attempt.isLast) throw error
    log('error', 'incoming-mail-given-up', { incomingId, error })
    return () => Promise.resolve(brokenBy('given-up'))
  })
  await transaction(async (tx) => {
    if (await claimUnread(tx, incomingId)) await markHandled(tx, incomingId, { ...await act(tx), now: now() })
  })
}

type Act = (tx: Transaction) => Promise<Became>

async function understand(raw: Buffer, attempt: Attempt): Promise<Act> {
  const beyond = beyondBounds(raw)
  if (beyond) return () => Promise.resolve(brokenBy(beyond))
  const mail = await readMail(raw).catch(() => null)
  if (!mail) return () => Promise.resolve(brokenBy('unreadable'))
  const classified = classify(mail, ourDomain())
  switch (classified.kind) {
    case 'reply':
    case 'counter': return takeIn(classified, await askForSender(raw, attempt), mail)
    case 'bounce': return noteReturned(classified)
    case 'auto-reply': return () => Promise.resolve({ kind: 'auto-reply', outcome: 'ignored', isKept: false })
    case 'broken': return () => Promise.resolve(brokenBy(classified.reason))
    case 'other': return () => Promise.resolve({ kind: 'other', outcome: 'kept', isKept: true })
  }
}

async function askForSender(raw: Buffer, attempt: Attempt): Promise<Sender> {
  const { address, proof } = await proveSender(raw)
  if (proof === 'unknown' && attempt.number < PROOF_TRIES) throw new Error('The name server does not answer')
  return { address, isProven: proof === 'proven' }
}

function takeIn({ kind, reply }: Extract<Classified, { kind: 'reply' | 'counter' }>, sender: Sender, mail: ReadMail): Act {
  const answers = ourMailIds(mail.answers)
  return async (tx) => {
    const outcome = await takeReply(tx, { reply, sender, answers }, now())
    return { kind, outcome, isKept: !SPENT.includes(outcome) }
  }
}

function noteReturned({ mailId, reason }: Extract<Classified, { kind: 'bounce' }>): Act {
  return async (tx) => {
    const isNoted = mailId !== null && await noteBounce(mailId, { reason, now: now() }, tx)
    return { kind: 'bounce', outcome: isNoted ? 'noted' : 'unknown-mail', isKept: !isNoted }
  }
}

function brokenBy(outcome: string): Became {
  return { kind: 'broken', outcome, isKept: true }
}

/** Of Message-IDs those of our own mails, which are an id and our domain. */
function ourMailIds(messageIds: readonly string[]): string[] {
  return messageIds.flatMap((messageId) => {
    const [id = '', domain] = messageId.toLowerCase().split('@')
    return isId(id) && domain === ourDomain() ? [id] : []
  })
}

function ourDomain(): string {
  return mailDomain(env().MAIL_FROM)
}
