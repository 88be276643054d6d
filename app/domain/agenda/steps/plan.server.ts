import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.server.ts'
import { meeting, stepReminder } from '#db/schema.server.ts'
import { listSeats } from '../../meeting/queries.server.ts'
import type { Meeting, Seat } from '../../meeting/seat.ts'
import type { AgendaEntry } from '../agenda.ts'
import { getAgenda } from '../queries.server.ts'
import { morningOf } from './morning.ts'
import { ownersOf } from './owner.ts'

/**
 * Plans anew what is still to be said of the next steps of an ended meeting: on the morning of its day a step is brought
 * to whoever it is for. A morning that is past is not planned, and what was told of a day before is not told again.
 */
export async function planSteps(tx: Transaction, { id: meetingId }: Pick<Meeting, 'id'>, now: number): Promise<void> {
  await tx.delete(stepReminder).where(and(eq(stepReminder.meetingId, meetingId), isNull(stepReminder.settledAt)))
  const [row] = await tx.select({ isDemo: meeting.isDemo }).from(meeting).where(eq(meeting.id, meetingId))
  if (row?.isDemo) return
  const { agenda } = await getAgenda(meetingId, tx)
  const seats = (await listSeats(meetingId, tx)).filter(({ door }) => door !== 'removed')
  const steps = agenda.entries.filter(({ kind, due }) => kind === 'next-step' && due !== '')
  const planned = steps.flatMap((step) => ownersOf(step.owner, seats).flatMap((seat) => reminderOf(step, { seat, now })))
  if (planned.length > 0) await tx.insert(stepReminder).values(planned.map((one) => ({ ...one, meetingId }))).onConflictDoNothing()
}

function reminderOf({ id: entryId, due: day }: AgendaEntry, { seat, now }: { seat: Seat; now: number }) {
  const morning = morningOf(day, seat.timeZone)
  return morning === null || morning <= now ? [] : [{ entryId, seatId: seat.id, day, dueAt: new Date(morning) }]
}
