import { newId } from '#app/kernel/ids.ts'
import type { ChannelName } from '#app/platform/channels/reminder-channel.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { mail, type MailSnapshot } from '#db/schema.server.ts'
import { mayBeMailed, type SeatMailKind } from './meeting.ts'
import { listSeats } from './queries.server.ts'
import type { Meeting } from './seat.ts'

export type QueuedMail = { kind: SeatMailKind; meetingId: string; seatId: string; snapshot: MailSnapshot; channel?: ChannelName }

/**
 * Queues one mail to one seat in the transaction of the command that causes it. What goes to one seat about one
 * meeting leaves in the order it was queued, so that an update can't overtake its invitation.
 */
export async function queueMail(tx: Transaction, { kind, meetingId, seatId, snapshot, channel = 'mail' }: QueuedMail): Promise<void> {
  const mailId = newId()
  await tx.insert(mail).values({ id: mailId, kind, channel, meetingId, seatId, snapshot })
  await enqueue(tx, 'mail.send', { mailId }, { queue: `${channel}:${meetingId}:${seatId}` })
}

/** One mail to each seat of the meeting that may get it, or to the guests alone, saying what the meeting is at this moment. */
export async function queueMailToAll(
  tx: Transaction, kind: QueuedMail['kind'], about: { meeting: Meeting; previousStartsAt?: number; to?: 'guest' },
): Promise<void> {
  const { meeting, previousStartsAt, to } = about
  const snapshot = { ...snapshotOf(meeting), previousStartsAt }
  for (const seat of await listSeats(meeting.id, tx)) {
    if ((to === 'guest' && seat.role !== 'guest') || !mayBeMailed(kind, seat)) continue
    await queueMail(tx, { kind, meetingId: meeting.id, seatId: seat.id, snapshot })
  }
}

/** What a mail about the meeting says of it, as it is at this moment. */
export function snapshotOf({ startsAt, endsAt, icsSequence: sequence, icsStampedAt: stampedAt }: Meeting): MailSnapshot {
  return { sequence, stampedAt, startsAt, endsAt }
}
