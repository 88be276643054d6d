import {
  AccessToken, ParticipantInfo_State, RoomServiceClient, ServerError, TrackSource, WebhookReceiver,
  type ParticipantInfo, type VideoGrant,
} from 'livekit-server-sdk'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { MINUTE_MS, SECOND_MS } from '#app/kernel/time.ts'
import { env } from './env.server.ts'
import { log } from './log.server.ts'

export type LiveKitState = 'starting' | 'building' | 'ready' | 'down' | 'missing'
export type LiveKitHealth = { state: LiveKitState; note: string | null }

/** not-there: the room or the participant is unknown to a server that answers. down: no useful answer in time. */
export type LiveKitFault = 'not-there' | 'down'

/** One connection of somebody; `joinedAt` in epoch milliseconds. */
export type Participant = { identity: string; sid: string; isHidden: boolean; isActive: boolean; joinedAt: number }

/** A signed report of LiveKit, `at` in epoch milliseconds. */
export type LiveKitReport = { id: string; kind: string; roomName: string; participant: Participant | null; at: number }

export type SentKind = 'microphone' | 'camera' | 'share'

type Place = { roomName: string; identity: string }

/** How long a token lets its holder in. A running connection gets fresh ones from the server. */
export const TOKEN_LASTS_MS = 10 * MINUTE_MS

const CALL_PATIENCE_SECONDS = 2
const ROOM_LIMITS = { departureTimeout: 120, emptyTimeout: 300, maxParticipants: 20 }
const SOURCES = [TrackSource.CAMERA, TrackSource.MICROPHONE, TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO]

const SENT_AS = {
  microphone: [TrackSource.MICROPHONE], camera: [TrackSource.CAMERA], share: [TrackSource.SCREEN_SHARE, TrackSource.SCREEN_SHARE_AUDIO],
}

let health: LiveKitHealth = { state: 'starting', note: null }
const watchers = new Set<() => void>()

/** Said by the process that starts or watches the server; `note` is for the consultant's eyes. */
export function setLiveKitState(state: LiveKitState, note: string | null = null): void {
  if (state === health.state && note === health.note) return
  health = { state, note }
  for (const watcher of [...watchers]) watcher()
}

export function readLiveKitState(): LiveKitHealth {
  return health
}

/** Calls `watcher` after each change of the state. Gives what ends that. */
export function watchLiveKitState(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => void watchers.delete(watcher)
}

/** Where the browser that sent `request` connects: under our own origin, or at a server of its own. */
export function browserUrl(request: Request): string {
  const { LIVEKIT_PUBLIC_URL, LIVEKIT_URL, PUBLIC_URL } = env()
  const place = LIVEKIT_PUBLIC_URL ?? LIVEKIT_URL ?? '/livekit'
  if (!place.startsWith('/')) return place.replace(/^http/, 'ws')
  const asked = new URL(request.url)
  // Behind a proxy that ends TLS the request looks like http, and a page on https may open no ws:
  const known = PUBLIC_URL === undefined ? asked : new URL(PUBLIC_URL)
  return `${(known.host === asked.host ? known : asked).origin}${place}`.replace(/^http/, 'ws')
}

/**
 * A token for exactly one room under one identity: a waiting guest is connected unseen, without hearing or
 * saying anything; an admitted one hears, sees, and may send camera, microphone and screen. Nobody sends data,
 * for the agenda does not travel this way. Null while no server is set.
 */
export async function mintToken(
  { roomName, identity, name, isAdmitted }: Place & { name: string; isAdmitted: boolean },
): Promise<string | null> {
  const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = env()
  if (!LIVEKIT_API_KEY || !LIVEKIT_API_SECRET) return null
  const token = new AccessToken(LIVEKIT_API_KEY, LIVEKIT_API_SECRET, { identity, name, ttl: TOKEN_LASTS_MS / SECOND_MS })
  token.addGrant({ roomJoin: true, room: roomName, ...(isAdmitted ? ADMITTED : WAITING) })
  return token.toJwt()
}

/** Gives a connected participant all that an admitted one may do, and shows it to the others. */
export function admitParticipant({ roomName, identity }: Place): Promise<Result<Participant, LiveKitFault>> {
  return ask(async (client) => toParticipant(await client.updateParticipant(roomName, identity, { permission: ADMITTED_NOW })))
}

/** Throws a participant out. Its token still works: whoever calls this also sees to the next `participant_joined`. */
export function removeParticipant({ roomName, identity }: Place): Promise<Result<null, LiveKitFault>> {
  return ask((client) => client.removeParticipant(roomName, identity).then(() => null))
}

/** Turns off what a participant sends of a kind; they may turn it on again. @returns how many tracks that were. */
export function muteParticipant({ roomName, identity, kind }: Place & { kind: SentKind }): Promise<Result<number, LiveKitFault>> {
  return ask(async (client) => {
    const { tracks } = await client.getParticipant(roomName, identity)
    const sent = tracks.filter(({ source, muted }) => SENT_AS[kind].includes(source) && !muted)
    await Promise.all(sent.map(({ sid }) => client.mutePublishedTrack(roomName, identity, sid, true)))
    return sent.length
  })
}

/** Makes the room, or leaves it as it is. @param limits how long it stands empty (seconds), and for how many it is. */
export function createRoom(roomName: string, limits = ROOM_LIMITS): Promise<Result<null, LiveKitFault>> {
  return ask((client) => client.createRoom({ name: roomName, ...limits }).then(() => null))
}

/** Ends the room for everybody in it. */
export function deleteRoom(roomName: string): Promise<Result<null, LiveKitFault>> {
  return ask((client) => client.deleteRoom(roomName).then(() => null))
}

/** The names of all rooms that exist now. */
export function listRooms(): Promise<Result<string[], LiveKitFault>> {
  return ask(async (client) => (await client.listRooms()).map((room) => room.name))
}

/** Everybody who is connected to the room, hidden ones too. */
export function listParticipants(roomName: string): Promise<Result<Participant[], LiveKitFault>> {
  return ask(async (client) => (await client.listParticipants(roomName)).map(toParticipant))
}

/**
 * Reads a webhook. The signature covers the very bytes of `body`, so they must not have been parsed before.
 * Null when it isn't LiveKit's, is older than its five minutes, or makes no sense.
 */
export async function readWebhook(body: string, authorization: string | null): Promise<LiveKitReport | null> {
  const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = env()
  if (!LIVEKIT_API_KEY || !LIVEKIT_API_SECRET || !authorization) return null
  try {
    const event = await new WebhookReceiver(LIVEKIT_API_KEY, LIVEKIT_API_SECRET).receive(body, authorization)
    const participant = event.participant ? toParticipant(event.participant) : null
    const at = Number(event.createdAt) * SECOND_MS
    return { id: event.id, kind: event.event, roomName: event.room?.name ?? '', participant, at }
  } catch {
    return null
  }
}

const WAITING: VideoGrant = {
  hidden: true, canSubscribe: false, canPublish: false, canPublishData: false, canUpdateOwnMetadata: false,
}
const ADMITTED: VideoGrant = {
  hidden: false, canSubscribe: true, canPublish: true, canPublishSources: SOURCES, canPublishData: false,
  canUpdateOwnMetadata: false,
}
/** The same for a running connection. An update replaces the whole set, so every field is named. */
const ADMITTED_NOW = {
  hidden: false, canSubscribe: true, canPublish: true, canPublishSources: SOURCES, canPublishData: false,
  canUpdateMetadata: false, canSubscribeMetrics: false, recorder: false, agent: false,
}

/** A server that does not answer is a value, never a crash: the meeting's own page lives on without it. */
async function ask<Value>(work: (client: RoomServiceClient) => Promise<Value>): Promise<Result<Value, LiveKitFault>> {
  const { LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = env()
  if (!LIVEKIT_URL || !LIVEKIT_API_KEY || !LIVEKIT_API_SECRET) return refuse('down')
  const options = { requestTimeout: CALL_PATIENCE_SECONDS, failover: false }
  try {
    return ok(await work(new RoomServiceClient(LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET, options)))
  } catch (error) {
    if (error instanceof ServerError && error.code === 'not_found') return refuse('not-there')
    log('warn', 'livekit-call-failed', { reason: error instanceof Error ? error.message : String(error) })
    return refuse('down')
  }
}

function toParticipant(info: ParticipantInfo): Participant {
  return {
    identity: info.identity,
    sid: info.sid,
    isHidden: info.permission?.hidden ?? false,
    isActive: info.state === ParticipantInfo_State.ACTIVE,
    joinedAt: Number(info.joinedAtMs) || Number(info.joinedAt) * SECOND_MS,
  }
}
