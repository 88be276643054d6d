import { findMailFacts } from '#app/domain/booking/mail-facts.server.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import { forgetWithdrawn } from '#app/domain/meeting/guests/guests.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { log } from '#app/platform/log.server.ts'
import { retryDelayMs, type Attempt } from '#app/platform/outbox.server.ts'
import { PermanentRefusal, deliver, type OutgoingMessage } from '#app/platform/smtp.server.ts'
import { NOTHING_LEFT, reasonOf } from '#app/platform/smtp/fault.ts'
import { composeMail } from './compose/compose-mail.ts'
import { linksFor } from './links.server.ts'
import { organizer, sendLoose } from './loose.server.ts'
import { listDueMails, markFailed, markSent } from './mail-rows.server.ts'

/**
 * Job: sends a mail, after what still waits for the same seat. A mail that was sent is not sent again;
 * a crash between the mail server's yes and our note of it can repeat one, under the same Message-ID.
 * @throws {Error} while it may be tried again.
 */
export async function sendMail({ mailId }: { mailId: string }, attempt: Attempt): Promise<void> {
  for (const dueId of await listDueMails(mailId)) await sendOne(dueId, attempt)
}

async function sendOne(mailId: string, attempt: Attempt): Promise<void> {
  try {
    const facts = await findMailFacts(mailId, now())
    if (facts) await deliver(toMessage(facts))
    else if (!await sendLoose(mailId)) return await markFailed(mailId, { reason: NOTHING_LEFT, now: now(), nextTryAt: null })
    await markSent(mailId, now())
    if (facts?.kind === 'removal') await forgetWithdrawn(facts.recipient.id)
  } catch (error) {
    const isFinal = attempt.isLast || error instanceof PermanentRefusal
    const nextTryAt = isFinal ? null : now() + retryDelayMs(attempt.number)
    await markFailed(mailId, { reason: reasonOf(error), now: now(), nextTryAt })
    if (!isFinal) throw error
    await forgetGivenUp(mailId)
    log('error', 'mail-given-up', { mailId, error })
  }
}

/** Whoever can't be told that they are no longer to come is forgotten all the same. */
async function forgetGivenUp(mailId: string): Promise<void> {
  const facts = await findMailFacts(mailId, now())
  if (facts?.kind === 'removal') await forgetWithdrawn(facts.recipient.id)
}

function toMessage(facts: MailFacts): OutgoingMessage {
  const { subject, text, html, ics, replyTo } = composeMail({ facts, links: linksFor(facts), organizer: organizer() })
  const { mailId: id, writtenAt, recipient } = facts
  const to = { name: recipient.name, address: recipient.email }
  return { id, writtenAt, from: organizer(), to, replyTo, subject, text, html, calendar: ics }
}
