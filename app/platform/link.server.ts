import { createHmac, timingSafeEqual } from 'node:crypto'
import { invariant } from '#app/kernel/invariant.ts'
import { env } from './env.server.ts'

/** What a link lets its holder do. A key for one purpose opens nothing of another. */
export type LinkPurpose = 'booking' | 'room' | 'one-off'

/** The same for links that bind no browser. */
type KeyPurpose = LinkPurpose | 'confirm' | 'answer' | 'news' | 'calendar-feed'

/**
 * The secret part of the link of a seat, or of whatever else has an id: base64url(HMAC-SHA256(LINK_KEY, purpose, id, generation)).
 * It is derived each time and never stored, so a reminder can print the same link again
 * and a stolen database opens nothing. Raising the generation revokes every link of it.
 */
export function linkKey(purpose: KeyPurpose, id: string, generation: number): string {
  return keyedHash(`${purpose}\n${id}\n${generation}`)
}

/** A text that nobody who lacks our key can make, or read back: base64url(HMAC-SHA256(LINK_KEY, text)). */
export function keyedHash(text: string): string {
  const secret = env().LINK_KEY
  invariant(secret, 'LINK_KEY is set at start')
  return createHmac('sha256', secret).update(text).digest('base64url')
}

/** Compares in constant time, so that a key can't be guessed letter by letter. */
export function isLinkKey(given: string, purpose: KeyPurpose, id: string, generation: number): boolean {
  const right = Buffer.from(linkKey(purpose, id, generation))
  const asked = Buffer.from(given)
  return right.length === asked.length && timingSafeEqual(right, asked)
}
