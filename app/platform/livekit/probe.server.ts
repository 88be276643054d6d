import { AccessToken } from 'livekit-server-sdk'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { SECOND_MS } from '#app/kernel/time.ts'
import { env } from '../env.server.ts'
import { createRoom, type LiveKitFault } from '../livekit.server.ts'

/** A test takes half a minute at most. */
export const PROBE_LASTS_MS = 60 * SECOND_MS

/** Between two ways that are tried the room stands empty for a moment; a connection that is made anew counts twice. */
const PROBE_LIMITS = { departureTimeout: 15, emptyTimeout: 60, maxParticipants: 2 }

/**
 * Makes a room in which somebody tries the ways to the media server, and a token for it that lets its holder in and do
 * nothing there: neither see, hear, send nor be seen. The room goes by itself once nobody is in it.
 */
export async function openProbeRoom(roomName: string): Promise<Result<string, LiveKitFault>> {
  const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = env()
  const made = await createRoom(roomName, PROBE_LIMITS)
  if (!made.ok) return made
  if (!LIVEKIT_API_KEY || !LIVEKIT_API_SECRET) return refuse('down')
  const token = new AccessToken(LIVEKIT_API_KEY, LIVEKIT_API_SECRET, { identity: 'probe', ttl: PROBE_LASTS_MS / SECOND_MS })
  token.addGrant({
    roomJoin: true, room: roomName, hidden: true,
    canPublish: false, canSubscribe: false, canPublishData: false, canUpdateOwnMetadata: false,
  })
  return ok(await token.toJwt())
}
