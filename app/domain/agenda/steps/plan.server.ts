import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.server.ts'
import { meeting, stepReminder } from '#db/schema.server.ts'
import { listSeats } from '../../meeting/queries.server.ts'
import type { Meeting } from '../../meeting/seat.ts'
import { getAgenda } from '../queries.server.ts'
import { stepMoment } from './morning.ts'
import { ownersOf } from './owner.ts'

/**
 * Plans anew what is still to be said of the next steps of an ended meeting, to whoever each is for. What was told of a day
 * before is not told again; who was told of a step at all is told once more only on the morning of another date.
 */
export async function planSteps(tx: Transaction, { id: meetingId, startsAt }: Pick<Meeting, 'id' | 'startsAt'>, now: number): Promise<void> {
  await tx.delete(stepReminder).where(and(eq(stepReminder.meetingId, meetingId), isNull(stepReminder.settledAt)))
  const [row] = await tx.select({ isDemo: meeting.isDemo }).from(meeting).where(eq(meeting.id, meetingId))
  if (row?.isDemo) return
  const { agenda } = await getAgenda(meetingId, tx)
  const seats = (await listSeats(meetingId, tx)).filter(({ door }) => door !== 'removed')
  const told = await tx.select({ entryId: stepReminder.entryId, seatId: stepReminder.seatId }).from(stepReminder)
    .where(and(eq(stepReminder.meetingId, meetingId), isNotNull(stepReminder.settledAt)))
  const steps = agenda.entries.filter(({ kind }) => kind === 'next-step')
  const planned = steps.flatMap(({ id: entryId, owner, due }) => ownersOf(owner, seats).flatMap(({ id: seatId, timeZone }) => {
    const moment = stepMoment(due, { timeZone, heldAt: startsAt, now })
    const isTold = told.some((one) => one.entryId === entryId && one.seatId === seatId)
    if (!moment || (isTold && !moment.isOwnMorning)) return []
    return [{ meetingId, entryId, seatId, day: moment.day, dueAt: new Date(moment.dueAt) }]
  }))
  if (planned.length > 0) await tx.insert(stepReminder).values(planned).onConflictDoNothing()
}
