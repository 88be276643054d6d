import { z } from 'zod'
import { isId } from '#app/kernel/ids.ts'
import type { ConsentRequest } from '../room-data.ts'

const recordingId = z.string().refine(isId)

const consentRequest = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['ask', 'keep']) }),
  z.object({ intent: z.literal('answer'), recordingId, isYes: z.boolean() }),
  z.object({ intent: z.enum(['withdraw', 'start', 'stop']), recordingId }),
])

/** Reads what is asked, answered or begun; null for what no browser of ours sends. */
export function parseConsentRequest(body: unknown): ConsentRequest | null {
  return consentRequest.safeParse(body).data ?? null
}
