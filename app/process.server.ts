import { endOverdueMeetings } from './domain/agenda/end.server.ts'
import { tellDueSteps } from './domain/agenda/steps/tell.server.ts'
import { makeSetUpLink } from './domain/people/set-up.server.ts'
import { recordPresence } from './domain/meeting/door/presence.server.ts'
import { forgetFiles } from './domain/agenda/prepare/forget-files.server.ts'
import { tellDue } from './domain/meeting/reminders/tell.server.ts'
import { reconcileRooms, reopenRooms } from './domain/meeting/attendance/rooms.server.ts'
import { listMeetingTypes } from './domain/calendar/queries.server.ts'
import { oldestUnsentMailSeconds } from './mail/health.server.ts'
import { forgetIncoming } from './mail/inbox/incoming.server.ts'
import { forgetLapsedReservations } from './domain/booking/reservation/commands.server.ts'
import { forgetOldMeetings } from './domain/booking/retention.server.ts'
import { forgetUnconfirmed } from './domain/booking/unconfirmed/unconfirmed.server.ts'
import { forgetPastWatches, lookForEarlier } from './domain/booking/watch/watch.server.ts'
import { HOUR_MS } from './kernel/time.ts'
import { paths } from './paths.ts'
import { now } from './platform/clock.server.ts'
import { env } from './platform/env.server.ts'
import { startFeed, stopFeed } from './platform/feed.server.ts'
import { readInboxState, type InboxState } from './platform/inbox/imap.server.ts'
import { readLiveKitState, setLiveKitState } from './platform/livekit.server.ts'
import { log } from './platform/log.server.ts'
import { readJobHealth } from './platform/outbox.server.ts'
import { closeDatabase, sqlClient } from '#db/client.server.ts'
import { seedDemoWorld } from '#db/seeds/demo.server.ts'
import { startInbox, startJobs } from './subscriptions.server.ts'

export { reopenRooms, setLiveKitState }

const TIDY_EVERY_MS = 60_000
/** A reminder is at most this late. */
const REMIND_EVERY_MS = 5_000
const SWEEP_EVERY_MS = HOUR_MS

/** Starts what runs beside the pages: jobs, live updates, the reconciler. The web server calls it once. */
export async function startApp(): Promise<{ stop(): Promise<void> }> {
  await startFeed({ onBeat: (seatIds) => recordPresence(seatIds, now()) })
  const jobs = await startJobs()
  const inbox = startInbox()
  const tidying = setInterval(() => void tidyUp(now()).catch(noteFault), TIDY_EVERY_MS)
  const reminding = againAndAgain(() => tellDue(now()), REMIND_EVERY_MS)
  const remindingOfSteps = againAndAgain(() => tellDueSteps(now()), TIDY_EVERY_MS)
  const sweeping = againAndAgain(() => forgetFiles(now()), SWEEP_EVERY_MS)
  return {
    async stop() {
      clearInterval(tidying)
      await Promise.all([reminding.stop(), remindingOfSteps.stop(), sweeping.stop()])
      await stopFeed()
      await inbox?.stop()
      await jobs.stop()
      await closeDatabase()
    },
  }
}

/** Fills an empty database as SEED asks, and makes the consultant's set-up link while nobody has claimed the desk. */
export async function prepareWorld(): Promise<{ setUpPath: string | null; bookingPath: string }> {
  if (env().SEED === 'demo') await seedDemoWorld(now())
  const setUpKey = await makeSetUpLink(now())
  const [type] = await listMeetingTypes()
  return {
    setUpPath: setUpKey === null ? null : paths.setUpLink(setUpKey),
    bookingPath: type ? paths.book('da', type.slug) : paths.front('da'),
  }
}

export type Health = {
  isReady: boolean
  database: 'ok' | 'down'
  jobs: 'ok' | 'down'
  livekit: string
  oldestUnsentMailSeconds: number | null
  /** Our own mailbox; without one nothing that calendars answer is heard, and all else works. */
  inbox: InboxState
}

/** Ready means that a visitor can book: database and jobs run. LiveKit has its own word. */
export async function readHealth(): Promise<Health> {
  const [livekit, inbox] = [readLiveKitState().state, readInboxState()]
  try {
    await sqlClient()`select 1`
    const [jobs, oldest] = await Promise.all([readJobHealth(), oldestUnsentMailSeconds(now())])
    return { isReady: jobs === 'ok', database: 'ok', jobs, livekit, oldestUnsentMailSeconds: oldest, inbox }
  } catch (error) {
    noteFault(error)
    return { isReady: false, database: 'down', jobs: 'down', livekit, oldestUnsentMailSeconds: null, inbox }
  }
}

/** What a minute may leave undone: reports that were lost, meetings that nobody ended, data past its day. */
async function tidyUp(at: number): Promise<void> {
  await reconcileRooms(at)
  await endOverdueMeetings(at)
  await forgetOldMeetings(at)
  await forgetLapsedReservations(at)
  await forgetUnconfirmed(at)
  await forgetPastWatches(at)
  await lookForEarlier(at)
  await forgetIncoming(at)
}

/** Does the work, rests, and does it again: never twice at once. Stopping waits for what is under way. */
function againAndAgain(work: () => Promise<unknown>, restMs: number): { stop(): Promise<void> } {
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> = Promise.resolve()
  const wait = () => {
    if (!isOver) timer = setTimeout(() => { running = work().then(() => undefined, noteFault).then(wait) }, restMs)
  }
  wait()
  return {
    async stop() {
      isOver = true
      clearTimeout(timer)
      await running
    },
  }
}

function noteFault(error: unknown): void {
  log('error', 'background-work-failed', { error })
}
