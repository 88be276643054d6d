import type { ChangeFault } from './domain/agenda/input.ts'
import type { DoorRefusal } from './domain/meeting/door/refusal.ts'

/** An answer to the room's own script: never kept by a cache. */
export function answer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'Cache-Control': 'no-store', ...headers } })
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

export function answerChangeFault(reason: ChangeFault): Response {
  return answer({ reason }, CHANGE_STATUS[reason] ?? 422)
}

const DOOR_STATUS: Record<DoorRefusal, number> = {
  'meeting-ended': 409,
  'meeting-cancelled': 409,
  'too-early': 409,
  'too-late': 409,
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

const CHANGE_STATUS: Partial<Record<ChangeFault, number>> = { malformed: 400, 'not-allowed': 403, 'not-admitted': 403 }
