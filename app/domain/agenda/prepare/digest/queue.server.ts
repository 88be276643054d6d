import { and, eq } from 'drizzle-orm'
import { enqueue } from '#app/platform/outbox.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { agendaDigest, meeting } from '#db/schema.server.ts'
import { isChangeable } from '../../../meeting/meeting.ts'
import type { SeatPass } from '../../../meeting/seat.ts'
import type { VersionedAgenda } from '../../queries.server.ts'
import { dueOf } from './digest.ts'

/** What the agenda was just before. */
type Noted = { before: VersionedAgenda; now: number }

/**
 * Something was changed while the meeting is prepared: the other side will be told, once for all that happens until then.
 * Under the agenda's lock, so that of two changes one is the first.
 */
export async function noteChange(tx: Transaction, pass: SeatPass, { before, now }: Noted): Promise<void> {
  // Once a meeting has begun every keystroke in it comes by here: nothing more is read for it.
  if (!isChangeable(pass.meeting, now)) return
  const { seat, meeting: { id: meetingId } } = pass
  const side = seat.role === 'host' ? 'guest' : 'host'
  const [about] = await tx.select().from(meeting).where(eq(meeting.id, meetingId))
  if (!about || about.isDemo) return
  const times = { state: about.state, startsAt: about.startsAt.getTime(), endsAt: about.endsAt.getTime() }
  if (!isChangeable(times, now)) return
  const [known] = await tx.select().from(agendaDigest).where(and(eq(agendaDigest.meetingId, meetingId), eq(agendaDigest.side, side)))
  if (known?.dueAt) return
  const dueAt = dueOf({ toldAt: known?.toldAt?.getTime() ?? null, startsAt: times.startsAt }, now)
  const noted = { dueAt: new Date(dueAt), base: before.agenda, baseVersion: before.version, since: new Date(now) }
  await tx.insert(agendaDigest).values({ meetingId, side, ...noted })
    .onConflictDoUpdate({ target: [agendaDigest.meetingId, agendaDigest.side], set: noted })
  await enqueue(tx, 'agenda.tell', { meetingId }, { runAt: dueAt, jobKey: `agenda:${meetingId}:${side}` })
}
