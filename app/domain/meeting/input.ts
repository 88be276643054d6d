import { z } from 'zod'
import { isId } from '#app/kernel/ids.ts'
import type { Readiness } from './meeting.ts'
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

const tokenRequest = readiness.extend({ intent: z.enum(['knock', 'refresh']) })

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

/** Reads what the check page found; null for what no browser of ours sends. */
export function parseReadiness(body: unknown): Readiness | null {
  return readiness.safeParse(body).data ?? null
}

/** Reads what is to happen at the door; null for what no browser of ours sends. */
export function parseDoorRequest(body: unknown): DoorRequest | null {
  return doorRequest.safeParse(body).data ?? null
}
