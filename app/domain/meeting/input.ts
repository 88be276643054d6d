import { z } from 'zod'
import { isId } from '#app/kernel/ids.ts'
import type { DoorRequest, TokenRequest } from './room-data.ts'

const device = z.enum(['ready', 'off', 'denied', 'missing', 'busy'])
const seatId = z.string().refine(isId)

const tokenRequest = z.object({ intent: z.enum(['knock', 'refresh']), camera: device, microphone: device })

const doorRequest = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['admit', 'turn-away']), seatId }),
  z.object({ intent: z.literal('silence'), seatId, kind: z.enum(['microphone', 'camera', 'share']) }),
  z.object({ intent: z.enum(['hand-over', 'lower-hand']), seatId }),
  z.object({ intent: z.enum(['end', 'leave', 'lock', 'unlock', 'raise-hand']) }),
])

/** Reads what the device check posts; null for what no browser of ours sends. */
export function parseTokenRequest(body: unknown): TokenRequest | null {
  return tokenRequest.safeParse(body).data ?? null
}

/** Reads what is to happen at the door; null for what no browser of ours sends. */
export function parseDoorRequest(body: unknown): DoorRequest | null {
  return doorRequest.safeParse(body).data ?? null
}
