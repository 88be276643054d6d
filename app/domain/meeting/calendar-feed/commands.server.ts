import { eq, sql } from 'drizzle-orm'
import { db } from '#db/client.server.ts'
import { calendarFeed } from '#db/schema.server.ts'

/** Makes the address under which the host's calendar reads their meetings; one that was there before ends at once. */
export async function openCalendarFeed(hostId: string): Promise<void> {
  await db().insert(calendarFeed).values({ hostId }).onConflictDoUpdate({
    target: calendarFeed.hostId, set: { isOn: true, linkGeneration: sql`${calendarFeed.linkGeneration} + 1` },
  })
}

/** Ends the address. One that is made later is another. */
export async function closeCalendarFeed(hostId: string): Promise<void> {
  await db().update(calendarFeed).set({ isOn: false }).where(eq(calendarFeed.hostId, hostId))
}
