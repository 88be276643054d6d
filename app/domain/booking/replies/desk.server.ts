import { and, inArray, isNotNull } from 'drizzle-orm'
import { isId } from '#app/kernel/ids.ts'
import { db } from '#db/client.server.ts'
import { incomingMail, seat } from '#db/schema.server.ts'
import { acceptCounter, declineCounter } from './counter.server.ts'
import type { CounterRefusal, SeatReply } from './reply.ts'

/** What the calendars of these seats have answered to the time that holds. Seats without an answer are left out. */
export async function listReplies(seatIds: readonly string[]): Promise<Map<string, SeatReply>> {
  if (seatIds.length === 0) return new Map()
  const rows = await db().select({ id: seat.id, partstat: seat.partstat, at: seat.partstatAt, comment: seat.partstatComment }).from(seat)
    .where(and(inArray(seat.id, [...seatIds]), isNotNull(seat.partstatAt)))
  return new Map(rows.flatMap(({ id, partstat, at, comment }) => (
    partstat === 'needs-action' || at === null ? [] : [[id, { partstat, at: at.getTime(), comment }] as const]
  )))
}

/** How many mails lie in our own mailbox that could not be understood, and can still be looked at. */
export function countKeptMails(): Promise<number> {
  return db().$count(incomingMail, and(isNotNull(incomingMail.raw), isNotNull(incomingMail.handledAt)))
}

/**
 * The consultant answers a proposal of another time, as a form of the desk says.
 * @returns why it could not be; null when it is done.
 * @throws {Response} 404 for a proposal that isn't this consultant's.
 */
export async function answerCounter(form: FormData, hostId: string, now: number): Promise<Exclude<CounterRefusal, 'no-such-counter'> | null> {
  const counterId = form.get('counter')
  if (!isId(counterId)) throw new Response(null, { status: 404 })
  const asked = { hostId, counterId }
  const answered = await (form.get('intent') === 'accept-counter' ? acceptCounter(asked, now) : declineCounter(asked, now))
  if (answered.ok) return null
  if (answered.reason === 'no-such-counter') throw new Response(null, { status: 404 })
  return answered.reason
}
