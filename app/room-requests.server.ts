import type { ChangeFault } from './domain/agenda/input.ts'
import type { ChatRefusal } from './domain/meeting/chat/chat.ts'
import type { OpenedProbe } from './domain/meeting/check/probe.server.ts'
import type { DoorRefusal } from './domain/meeting/door/refusal.ts'
import type { RecordingRefusal } from './domain/meeting/recording/commands.server.ts'
import type { ProbeAnswer } from './domain/meeting/room-data.ts'
import { browserUrl } from './platform/livekit.server.ts'
import { outwardPorts } from './platform/livekit/outward-ports.server.ts'

/** An answer to the room's own script: never kept by a cache, and of a known length, for what is short is not worth a compressor. */
export function answer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body)
  const own = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)), 'Cache-Control': 'no-store' }
  return new Response(text, { status, headers: { ...own, ...headers } })
}

/**
 * What was posted, as JSON or as a form.
 * @throws {Response} 400 when it can't be read, 405 when it wasn't posted.
 */
export async function readPosted(request: Request): Promise<unknown> {
  if (request.method !== 'POST') throw refuseMethod('POST')
  const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(request.headers.get('Content-Type') ?? '')
  try {
    return isForm ? Object.fromEntries(await request.formData()) : await request.json()
  } catch {
    throw answer({ reason: 'malformed' }, 400)
  }
}

export function refuseMethod(allowed: string): Response {
  return new Response(null, { status: 405, headers: { Allow: allowed } })
}

export function answerMalformed(): Response {
  return answer({ reason: 'malformed' }, 400)
}

export function answerDoorRefusal(reason: DoorRefusal): Response {
  return answer({ reason }, DOOR_STATUS[reason])
}

export function answerRecordingRefusal(reason: RecordingRefusal): Response {
  return answer({ reason }, RECORDING_STATUS[reason])
}

/** A way to try the network, or why there is none now. */
export function answerProbe(opened: OpenedProbe, request: Request): Response {
  if (opened.kind === 'open') {
    const probe: ProbeAnswer = { token: opened.token, url: browserUrl(request), outward: outwardPorts() }
    return answer(probe)
  }
  if (opened.kind === 'no-media-server') return answer({ reason: opened.kind }, 503)
  const refused = answer({ reason: opened.kind }, 429)
  refused.headers.set('Retry-After', String(opened.retryAfterSeconds))
  return refused
}

export function answerChangeFault(reason: ChangeFault): Response {
  return answer({ reason }, CHANGE_STATUS[reason] ?? 422)
}

/** `waitSeconds`: after which one may try again. */
export function answerChatRefusal(reason: ChatRefusal | 'broken-off', waitSeconds = 0): Response {
  const answered = answer({ reason }, CHAT_STATUS[reason])
  if (waitSeconds > 0) answered.headers.set('Retry-After', String(waitSeconds))
  return answered
}

const DOOR_STATUS: Record<DoorRefusal, number> = {
  'meeting-ended': 409,
  'meeting-cancelled': 409,
  'too-early': 409,
  'too-late': 409,
  'meeting-locked': 409,
  'not-at-the-door': 409,
  'meeting-not-open': 409,
  'another-device': 409,
  'code-old': 409,
  'code-wrong': 422,
  'too-many-devices': 429,
  'too-often': 429,
  removed: 403,
  'not-allowed': 403,
  'no-such-seat': 404,
}

const RECORDING_STATUS: Record<RecordingRefusal, number> = {
  'not-allowed': 403,
  'not-inside': 403,
  'nobody-there': 409,
  'already-asked': 409,
  'already-answered': 409,
  'recording-ended': 409,
  'not-agreed': 409,
  'no-such-recording': 404,
}

const CHANGE_STATUS: Partial<Record<ChangeFault, number>> = { malformed: 400, 'bad-note': 400, 'not-allowed': 403, 'not-admitted': 403 }

const CHAT_STATUS: Record<ChatRefusal | 'broken-off', number> = {
  'not-admitted': 403,
  'not-allowed': 403,
  'meeting-over': 409,
  'already-there': 409,
  'too-many': 409,
  'empty-text': 422,
  'empty-file': 422,
  'too-long': 422,
  'too-large': 413,
  'meeting-full': 413,
  'bad-type': 415,
  'too-often': 429,
  'broken-off': 400,
}
