import { asc, eq } from 'drizzle-orm'
import { MINUTE_MS } from '#app/kernel/time.ts'
import { db } from '#db/client.server.ts'
import { mail, meetingType, reminder } from '#db/schema.server.ts'

export type PlannedRow = { seatId: string; startsAt: number; lead: number; dueIn: number; isSettled: boolean }

/** What is planned of a meeting, by seat and lead; `dueIn` is minutes from the start. */
export async function plannedFor(meetingId: string): Promise<PlannedRow[]> {
  const rows = await db().select().from(reminder).where(eq(reminder.meetingId, meetingId))
    .orderBy(asc(reminder.startsAt), asc(reminder.seatId), asc(reminder.minutesBefore))
  return rows.map(({ seatId, startsAt, minutesBefore: lead, dueAt, settledAt }) => ({
    seatId, startsAt: startsAt.getTime(), lead, dueIn: (dueAt.getTime() - startsAt.getTime()) / MINUTE_MS, isSettled: settledAt !== null,
  }))
}

/** The leads that wait to be told to one seat, the longest first; -5 is the look for somebody missing. */
export async function leadsOf(meetingId: string, seatId: string): Promise<number[]> {
  const rows = await plannedFor(meetingId)
  return rows.filter((row) => row.seatId === seatId && !row.isSettled).map(({ lead }) => lead).reverse()
}

/** The mails of these kinds that are queued, in their order; of those that one moment caused the mail comes before the text. */
export async function queuedMails(...kinds: string[]): Promise<(typeof mail.$inferSelect)[]> {
  const rows = await db().select().from(mail).orderBy(asc(mail.createdAt), asc(mail.channel), asc(mail.id))
  return rows.filter(({ kind }) => kinds.includes(kind))
}

/** How long before a meeting of this kind its guests are reminded from now on. */
export async function setLeads(reminderMinutes: number[], slug = 'intro'): Promise<void> {
  await db().update(meetingType).set({ reminderMinutes }).where(eq(meetingType.slug, slug))
}
