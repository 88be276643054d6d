import { z } from 'zod'
import { isId } from '#app/kernel/ids.ts'
import { HOLD_LENGTH, HOLD_WORDS, type Readiness } from './meeting.ts'
import type { DoorRequest, TokenRequest } from './room-data.ts'

const seatId = z.string().refine(isId)

const device = z.enum(['ready', 'off', 'denied', 'missing', 'busy'])

const readiness = z.object({
  camera: device,
  microphone: device,
  speaker: z.enum(['heard', 'unheard']).optional(),
  network: z.object({
    way: z.enum(['udp', 'tcp', 'turn', 'blocked']),
    roundTripMs: z.number().min(0).max(60_000).transform(Math.round).nullable(),
  }).optional(),
})

const hold = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(HOLD_WORDS) }),
  z.object({ kind: z.literal('own'), text: z.string().trim().min(1).max(HOLD_LENGTH) }),
])

const tokenRequest = readiness.extend({ intent: z.enum(['knock', 'refresh']) })

const moveRequest = z.object({ startsAt: z.number().int().positive() })

const doorRequest = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['admit', 'turn-away']), seatId, deviceId: seatId.optional() }),
  z.object({ intent: z.literal('silence'), seatId, kind: z.enum(['microphone', 'camera', 'share']) }),
  z.object({ intent: z.enum(['hand-over', 'lower-hand']), seatId }),
  z.object({ intent: z.enum(['admit-all', 'end', 'leave', 'send-code', 'lock', 'unlock', 'raise-hand']) }),
  z.object({ intent: z.literal('hold'), seatId, hold }),
  z.object({ intent: z.literal('use-code'), code: z.string().max(20).transform((typed) => typed.replace(/\D/g, '')) }),
])

/** Reads to which time a guest moves the meeting, epoch milliseconds; null for what no browser of ours sends. */
export function parseMoveRequest(body: unknown): { startsAt: number } | null {
  return moveRequest.safeParse(body).data ?? null
}

/** Reads what the device check posts; null for what no browser of ours sends. */
export function parseTokenRequest(body: unknown): TokenRequest | null {
  return tokenRequest.safeParse(body).data ?? null
}

/** Reads what the check page found; null for what no browser of ours sends. */
export function parseReadiness(body: unknown): Readiness | null {
  return readiness.safeParse(body).data ?? null
}

/** Reads what is to happen at the door; null for what no browser of ours sends. */
export function parseDoorRequest(body: unknown): DoorRequest | null {
  return doorRequest.safeParse(body).data ?? null
}
