import { findMailFacts } from '#app/domain/booking/mail-facts.server.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import { forgetWithdrawn } from '#app/domain/meeting/guests/guests.server.ts'
import { decideUse } from '#app/domain/booking/turn-up/mail-use.ts'
import { smsChannel } from '#app/platform/channels/sms.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { log, mask } from '#app/platform/log.server.ts'
import type { Attempt } from '#app/platform/outbox.server.ts'
import { PermanentRefusal, mailChannel, type OutgoingMessage } from '#app/platform/smtp.server.ts'
import { composeMail } from './compose/compose-mail.ts'
import type { MailInput } from './compose/mail-input.ts'
import { composeShortReminder } from './compose/turn-up/compose-reminder.ts'
import { linksFor } from './links.server.ts'
import { organizer, sendLoose } from './loose.server.ts'
import { forgetMail, listDueMails, markFailed, markSent } from './mail-rows.server.ts'

const REASON_LENGTH = 500

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
    const use = facts ? decideUse(facts, now()) : 'good'
    if (use === 'overtaken') return await forgetMail(mailId)
    if (use === 'late') return await markFailed(mailId, { reason: 'The meeting has begun', isFinal: true, now: now() })
    if (facts) await carry(facts)
    else if (!await sendLoose(mailId)) return await markFailed(mailId, { reason: 'There is nothing left to write about', isFinal: true, now: now() })
    await markSent(mailId, now())
    if (facts?.kind === 'removal') await forgetWithdrawn(facts.recipient.id)
  } catch (error) {
    const isFinal = attempt.isLast || error instanceof PermanentRefusal
    await markFailed(mailId, { reason: mask(String(error)).slice(0, REASON_LENGTH), isFinal, now: now() })
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

/** By the channel that it was queued for. */
async function carry(facts: MailFacts): Promise<void> {
  const input = { facts, links: linksFor(facts), organizer: organizer() }
  if (facts.channel === 'mail') return mailChannel.send(toMessage(input))
  const phone = facts.recipient.id === facts.guest.seatId ? facts.guest.phone : null
  await smsChannel.send({ id: facts.mailId, phone, text: composeShortReminder(input) })
}

function toMessage(input: MailInput): OutgoingMessage {
  const { subject, text, html, ics, replyTo } = composeMail(input)
  const { mailId: id, writtenAt, recipient } = input.facts
  const to = { name: recipient.name, address: recipient.email }
  return { id, writtenAt, from: organizer(), to, replyTo, subject, text, html, calendar: ics }
}
