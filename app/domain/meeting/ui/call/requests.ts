import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { askApp } from '#app/ui/island/ask-app.ts'
import type { DoorRefusal } from '../../door/refusal.ts'
import type { DoorClosedReason } from '../../meeting.ts'
import type { ConsentRequest, DoorRequest, DoorView, TokenAnswer, TokenRequest } from '../../room-data.ts'

export type TokenOutcome =
  | { kind: 'token'; answer: TokenAnswer }
  | { kind: 'refused'; reason: TokenRefusal }
  /** This browser has lost its proof of who it is; loading the page again leads to sign-in or says why. */
  | { kind: 'unproven' }
  | { kind: 'unreachable' }

/** not-at-the-door: the seat was put back outside meanwhile, as when the meeting is moved. another-device: it is taken there now. */
export type TokenRefusal = DoorClosedReason | 'removed' | 'not-at-the-door' | 'another-device' | 'too-many-devices'

/** Asks for a token. Refusals by the app are told from an app that can't be reached. */
export async function requestToken(url: string, request: TokenRequest): Promise<TokenOutcome> {
  const response = await askApp(url, { body: request })
  if (response?.ok) return { kind: 'token', answer: await response.json() }
  if (response?.status !== 409 && response?.status !== 403 && response?.status !== 429) return { kind: response?.status === 404 ? 'unproven' : 'unreachable' }
  const refusal = await response.json().catch(() => null)
  return refusal?.reason ? { kind: 'refused', reason: refusal.reason } : { kind: 'unproven' }
}

/** The door after the request, or why it did not go through. */
export async function askDoor(url: string, request: DoorRequest): Promise<Result<DoorView, DoorRefusal | 'unreachable'>> {
  const response = await askApp(url, { body: request })
  if (response?.ok) return ok(await response.json())
  const refusal = await response?.json().catch(() => null)
  return refuse(refusal?.reason ?? 'unreachable')
}

/** Tells the app that this seat leaves, also while the page is being closed. */
export function sendLeave(url: string): void {
  void askApp(url, { body: { intent: 'leave' } satisfies DoorRequest, keepalive: true })
}

/** The door after the request, or null when it did not go through. */
export async function requestConsent(url: string, request: ConsentRequest): Promise<DoorView | null> {
  const response = await askApp(url, { body: request })
  return response?.ok ? response.json() : null
}

/** Tells the app that this browser records no longer, also while the page is being closed. */
export function sendStop(url: string, recordingId: string): void {
  void askApp(url, { body: { intent: 'stop', recordingId } satisfies ConsentRequest, keepalive: true })
}
