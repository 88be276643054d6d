import { z } from 'zod'
import { isId } from '#app/kernel/ids.ts'
import { HOLD_LENGTH, HOLD_WORDS } from './meeting.ts'
import type { DoorRequest, TokenRequest } from './room-data.ts'

const device = z.enum(['ready', 'off', 'denied', 'missing', 'busy'])
const seatId = z.string().refine(isId)

const hold = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(HOLD_WORDS) }),
  z.object({ kind: z.literal('own'), text: z.string().trim().min(1).max(HOLD_LENGTH) }),
])

const tokenRequest = z.object({ intent: z.enum(['knock', 'refresh']), camera: device, microphone: device })

const moveRequest = z.object({ startsAt: z.number().int().positive() })

const doorRequest = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['admit', 'turn-away']), seatId, deviceId: seatId.optional() }),
  z.object({ intent: z.enum(['admit-all', 'end', 'leave', 'send-code']) }),
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

/** Reads what is to happen at the door; null for what no browser of ours sends. */
export function parseDoorRequest(body: unknown): DoorRequest | null {
  return doorRequest.safeParse(body).data ?? null
}
