import { afterEach, beforeEach } from 'vitest'
import { openRoomFeed } from '#app/domain/agenda/feed/room-feed.server.ts'
import { admit, comeToDoor } from '#app/domain/meeting/door/door.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { setNow } from '#app/platform/clock.server.ts'
import { startFeed, stopFeed } from '#app/platform/feed.server.ts'
import { endAllStreams, eventStream } from '#app/platform/feed/event-stream.server.ts'
import * as feed from '../../app/routes/meeting/feed.ts'
import { makeMeeting, NOW, passOf, READY, type World } from './meetings.ts'
import { ask } from './routes.ts'
import { readStream, type StreamReader } from './stream-reader.ts'

/** The feed runs during each test of the file, by a clock that begins at `NOW`. */
export function useFeed(): void {
  beforeEach(async () => {
    setNow(NOW)
    await startFeed()
  })
  afterEach(async () => {
    await stopFeed()
    setNow(null)
  })
}

/** A meeting with host and guest inside, as their seats are by then. */
export async function makeLive(): Promise<World> {
  const world = await makeMeeting()
  await enter(world)
  return { ...world, host: await passOf(world.host.seat.id), guest: await passOf(world.guest.seat.id) }
}

/** Host and guest come to the door, and both are inside. */
export async function enter({ host, guest }: World): Promise<void> {
  for (const pass of [guest, host]) await comeToDoor(pass, { readiness: READY, now: NOW })
  await admit(host, { guestSeatId: guest.seat.id, now: NOW })
}

/** Opens the seat's event stream, as its browser does that has all up to these numbers. */
export function follow(
  pass: SeatPass, { afterVersion = 0, afterMessage = 0 }: { afterVersion?: number | null; afterMessage?: number } = {},
): StreamReader {
  return readStream(eventStream(new Request('http://localhost/feed'), {
    key: pass.seat.id, start: (stream) => openRoomFeed(pass, { afterVersion, afterMessage, stream }),
  }))
}

/** What a room's stream sends within a moment, by when it has nothing left to ask the database for. Then it ends. */
export async function firstOfStream(asked: Parameters<typeof ask>[1]): Promise<StreamReader> {
  const reader = readStream(await ask(feed.loader, asked))
  const ending = setTimeout(endAllStreams, 300)
  await reader.ended
  clearTimeout(ending)
  return reader
}
