import { MINUTE_MS } from '#app/kernel/time.ts'
import type { Seat, SeatPass, Visitor } from '../seat.ts'

/** How many browsers may come with one link beside the one that it is bound to, those that were turned away included. */
export const MOST_OTHER_DEVICES = 6

export const CODE_LASTS_MS = 10 * MINUTE_MS
export const CODE_TRIES = 5
/** A press within this time after a code was mailed mails no other. */
export const CODE_PAUSE_MS = MINUTE_MS

/**
 * Is this browser another one than the seat is bound to? Never of a host, who has signed in, and not of a pass
 * that names no browser: those are given out to the bound one alone.
 */
export function isOtherDevice(seat: Pick<Seat, 'role' | 'deviceHash'>, pass: SeatPass | Visitor): boolean {
  return 'device' in pass && seat.role === 'guest' && seat.deviceHash !== null && seat.deviceHash !== pass.device
}

/** Does a code that was asked for then still bind a device? Epoch milliseconds; null: none was asked for. */
export function isCodeGood({ askedAt, tries }: { askedAt: number | null; tries: number }, now: number): boolean {
  return askedAt !== null && tries < CODE_TRIES && now < askedAt + CODE_LASTS_MS
}
