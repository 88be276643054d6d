import { findMailFacts } from '#app/domain/booking/mail-facts.server.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'
import { organizer } from '#app/domain/people/mail/organizer.server.ts'
import { forgetWithdrawn } from '#app/domain/meeting/guests/guests.server.ts'
import { decideUse } from '#app/domain/booking/turn-up/mail-use.ts'
import { smsChannel } from '#app/platform/channels/sms.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { log } from '#app/platform/log.server.ts'
import { retryDelayMs, type Attempt } from '#app/platform/outbox.server.ts'
import { PermanentRefusal, mailChannel, type OutgoingMessage } from '#app/platform/smtp.server.ts'
import { NOTHING_LEFT, reasonOf, TOO_LATE } from '#app/platform/smtp/fault.ts'
import { composeMail } from './compose/compose-mail.ts'
import type { MailInput } from './compose/mail-input.ts'
import { composeShortReminder } from './compose/turn-up/compose-reminder.ts'
import { linksFor } from './links.server.ts'
import { sendLoose } from './loose.server.ts'
import { forgetMail, listDueMails, markFailed, markSent } from './mail-rows.server.ts'

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
    if (use === 'late') return await giveUp(mailId, TOO_LATE)
    if (facts) await carry(facts)
    else if (!await sendLoose(mailId)) return await giveUp(mailId, NOTHING_LEFT)
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

function giveUp(mailId: string, reason: string): Promise<void> {
  return markFailed(mailId, { reason, now: now(), nextTryAt: null })
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
