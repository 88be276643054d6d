import { eq } from 'drizzle-orm'
import { DAY_MS } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { publicUrl } from '#app/platform/env.server.ts'
import { isLinkKey, linkKey } from '#app/platform/link.server.ts'
import { db } from '#db/client.server.ts'
import { calendarFeed } from '#db/schema.server.ts'
import { listMeetings } from '../queries.server.ts'
import { FEED_DAYS_BACK, type FeedMeeting } from './calendar-feed.ts'

/** The secret path of the host's feed; null while there is none. */
export async function findFeedPath(hostId: string): Promise<string | null> {
  const generation = await findGeneration(hostId)
  return generation === null ? null : paths.calendarFeed(hostId, linkKey('calendar-feed', hostId, generation))
}

/** Does this key open the host's feed? One that was closed or renewed opens nothing. */
export async function isFeedKey(hostId: string, key: string): Promise<boolean> {
  const generation = await findGeneration(hostId)
  return generation !== null && isLinkKey(key, 'calendar-feed', hostId, generation)
}

/** What stands in the host's feed at `now`: every meeting of theirs that is not called off, from some weeks back on. */
export async function listFeedMeetings(hostId: string, now: number): Promise<FeedMeeting[]> {
  const rows = await listMeetings(hostId, { from: now - FEED_DAYS_BACK * DAY_MS })
  return rows.filter(({ meeting }) => meeting.state !== 'cancelled')
    .map(({ meeting, guests }) => ({ meeting, guests, href: publicUrl() + paths.deskMeeting(meeting.id) }))
}

async function findGeneration(hostId: string): Promise<number | null> {
  const [row] = await db().select().from(calendarFeed).where(eq(calendarFeed.hostId, hostId))
  return row?.isOn ? row.linkGeneration : null
}
