import { eq } from 'drizzle-orm'
import { createAgenda } from '#app/domain/agenda/commands.server.ts'
import { EMPTY_AGENDA, type Agenda, type AgendaEntry, type AgendaItem } from '#app/domain/agenda/agenda.ts'
import { bookSlot } from '#app/domain/booking/commands.server.ts'
import { listSeats } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { db, transaction } from '#db/client.server.ts'
import { agenda, booking, meeting, seat } from '#db/schema.server.ts'
import { askFor, makeDesk, THURSDAY_TEN } from './booking-world.ts'
import { NOW, passOf } from './meetings.ts'

/** Ten minutes into Thursday's meeting. */
export const DURING = THURSDAY_TEN + 10 * MINUTE_MS

export type LiveMeeting = { hostId: string; host: SeatPass; guest: SeatPass }

export function item(title: string, given: Partial<AgendaItem> = {}): AgendaItem {
  return { id: newId(), title, purpose: '', minutes: 10, isDone: false, author: 'host', spentMs: 0, ...given }
}

export function line(kind: AgendaEntry['kind'], text: string, given: Partial<AgendaEntry> = {}): AgendaEntry {
  return { id: newId(), kind, itemId: null, text, owner: '', due: '', author: 'host', authorName: 'Mette Holm', at: DURING, ...given }
}

/** Søren has booked Thursday's meeting with Mette, both are inside, and this is on its agenda. */
export async function makeLive(state: Partial<Agenda> = {}): Promise<LiveMeeting> {
  const hostId = await makeDesk()
  const booked = await bookSlot(askFor(), NOW)
  if (!booked.ok) throw new Error(booked.reason)
  const { meeting: { id } } = await passOf(booked.value.guestSeatId)
  await writeAgenda(id, state)
  await db().update(meeting).set({ state: 'live', openedAt: new Date(THURSDAY_TEN) }).where(eq(meeting.id, id))
  await db().update(seat).set({ door: 'admitted', admittedAt: new Date(THURSDAY_TEN) }).where(eq(seat.meetingId, id))
  const [host] = await listSeats(id)
  return { hostId, host: await passOf(host?.id ?? ''), guest: await passOf(booked.value.guestSeatId) }
}

/** Puts this in place of the agenda that a meeting has. */
export async function writeAgenda(meetingId: string, state: Partial<Agenda>): Promise<void> {
  await db().delete(agenda).where(eq(agenda.meetingId, meetingId))
  await transaction((tx) => createAgenda(tx, meetingId, { ...EMPTY_AGENDA, ...state }, NOW))
}

/** Every meeting there is, in the order of the clock. */
export async function listAllMeetings() {
  return db().select({ id: meeting.id, startsAt: meeting.startsAt, guestSeatId: booking.seatId })
    .from(meeting).innerJoin(booking, eq(booking.meetingId, meeting.id)).orderBy(meeting.startsAt)
}
