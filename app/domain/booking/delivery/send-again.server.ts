import { eq } from 'drizzle-orm'
import { queueMail, snapshotOf } from '#app/domain/meeting/mail-queue.server.ts'
import { isExpected } from '#app/domain/meeting/meeting.ts'
import { listSeats, lockMeeting } from '#app/domain/meeting/queries.server.ts'
import { restamp } from '#app/domain/meeting/schedule.server.ts'
import type { Meeting, Seat } from '#app/domain/meeting/seat.ts'
import { changeEmail, emailKey } from '#app/domain/people/commands.server.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { booking, mail, seat, type MailSnapshot } from '#db/schema.server.ts'
import { isMailAddress, oneLine } from '../input.ts'
import { listMails, type Mailed } from './mails.server.ts'
import type { SendAgainRefusal } from './send-again.ts'
import { maySendAgain } from './standing.ts'

/**
 * Queues a mail that did not arrive once more, as the meeting is now and as a message of its own. Asking twice sends one.
 * @param asked.meetingId of a meeting of the host who asks.
 * @param asked.email where it shall go, when the address was wrong: the seat and its person get it, and what stands in
 * calendars is told of it (SEQUENCE rises, the new address is invited). The host's own address isn't changed here.
 */
export function sendAgain(
  asked: { meetingId: string; mailId: string; email: string | null }, now: number,
): Promise<Result<null, SendAgainRefusal>> {
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, asked.meetingId)
    const failed = (await listMails([meeting.id], tx)).find(({ id }) => id === asked.mailId)
    if (!failed) return refuse('no-such-mail')
    if (failed.standing === 'overtaken') return ok(null)
    if (failed.standing !== 'undelivered') return refuse('not-needed')
    if (!maySendAgain(failed, meeting, now)) return refuse('too-late')
    const email = asked.email === null ? failed.email : oneLine(asked.email)
    if (!failed.isToGuest || email === failed.email) return ok(await queueAsItIs(tx, meeting, failed))
    const seats = await listSeats(meeting.id, tx)
    const wrong = seats.find(({ id }) => id === failed.seatId)
    if (!wrong) return refuse('no-such-mail')
    if (!isMailAddress(email)) return refuse('bad-address')
    if (seats.some((one) => one.id !== wrong.id && emailKey(one.email) === emailKey(email))) return refuse('address-taken')
    await correct(tx, wrong, email)
    // What is agreed on stands in calendars, which must be told of a change of who comes.
    return ok(await (isExpected(meeting) ? inviteAnew(tx, meeting, { seats, guest: wrong, now }) : queueAsItIs(tx, meeting, failed)))
  })
}

async function queueAsItIs(tx: Transaction, meeting: Meeting, failed: Mailed): Promise<null> {
  const [row] = await tx.select({ snapshot: mail.snapshot }).from(mail).where(eq(mail.id, failed.id))
  const snapshot: MailSnapshot = { ...row?.snapshot, ...snapshotOf(meeting) }
  await queueMail(tx, { kind: failed.kind, meetingId: meeting.id, seatId: failed.seatId, snapshot })
  return null
}

/** The guest's calendar gets the meeting for the first time, and the host's names the address that is right. */
async function inviteAnew(
  tx: Transaction, before: Meeting, { seats, guest, now }: { seats: Seat[]; guest: Seat; now: number },
): Promise<null> {
  const stamped = await restamp(tx, before, { now })
  await queueMail(tx, { kind: 'invitation', meetingId: before.id, seatId: guest.id, snapshot: snapshotOf(stamped) })
  for (const host of seats.filter(({ role }) => role === 'host')) {
    const who = { name: guest.name, isComing: true, hasNewAddress: true }
    await queueMail(tx, { kind: 'people', meetingId: before.id, seatId: host.id, snapshot: { ...snapshotOf(stamped), who } })
  }
  return null
}

async function correct(tx: Transaction, wrong: Seat, email: string): Promise<void> {
  const personId = wrong.personId === null ? null : await changeEmail(tx, wrong.personId, email)
  await tx.update(seat).set({ email, personId }).where(eq(seat.id, wrong.id))
  if (personId !== null) await tx.update(booking).set({ personId }).where(eq(booking.seatId, wrong.id))
}
