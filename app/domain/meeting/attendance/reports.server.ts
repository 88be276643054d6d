import { and, desc, lt, ne } from 'drizzle-orm'
import { DAY_MS, SECOND_MS } from '#app/kernel/time.ts'
import { now } from '#app/platform/clock.server.ts'
import type { TestedPart } from '#app/platform/livekit/connection-parts.ts'
import { openProbeRoom, PROBE_LASTS_MS } from '#app/platform/livekit/probe.server.ts'
import { db } from '#db/client.server.ts'
import { livekitEvent } from '#db/schema.server.ts'
import { probeRoomName } from '../check/probe-room.ts'

/** A report is delivered at least once, a lost one is made good by the reconciler a minute later. */
const EVENTS_KEPT_MS = 2 * DAY_MS

/** LiveKit reports a room within moments of making it. */
const REPORTS_WITHIN_MS = 3 * SECOND_MS
const LOOKS_EVERY_MS = 200

/** When LiveKit last reported something, epoch milliseconds; null while it never has. */
export async function findLastReport(): Promise<number | null> {
  return (await findNewest())?.receivedAt.getTime() ?? null
}

/**
 * Has LiveKit make a room, which goes by itself, and waits for its report of that. Without reports whoever was sent away
 * is found in a room up to a minute late, and nobody learns that a connection broke off.
 * @param hook where reports are to be sent. @returns null when there is nobody to make a room.
 */
export async function testReports(hook: string): Promise<TestedPart | null> {
  const before = await findNewest()
  if (!(await openProbeRoom(probeRoomName(now() + PROBE_LASTS_MS))).ok) return null
  for (let waited = 0; waited < REPORTS_WITHIN_MS; waited += LOOKS_EVERY_MS) {
    const newest = await findNewest()
    if (newest && newest.id !== before?.id) return { part: 'reports', state: 'open', address: hook, note: null }
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS))
  }
  return { part: 'reports', state: 'shut', address: hook, note: null }
}

/** Reports come within a minute or never. The newest is kept: the desk says when it came. */
export async function forgetOldReports(at: number): Promise<void> {
  const newest = await findNewest()
  if (!newest) return
  await db().delete(livekitEvent).where(and(lt(livekitEvent.receivedAt, new Date(at - EVENTS_KEPT_MS)), ne(livekitEvent.id, newest.id)))
}

async function findNewest(): Promise<typeof livekitEvent.$inferSelect | null> {
  const [newest] = await db().select().from(livekitEvent).orderBy(desc(livekitEvent.receivedAt), desc(livekitEvent.id)).limit(1)
  return newest ?? null
}
