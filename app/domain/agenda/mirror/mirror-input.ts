import { z } from 'zod'
import { isId } from '#app/kernel/ids.ts'
import { MIRROR_LIMITS, type ChoiceRequest, type SpokenReport } from './mirror.ts'

const id = z.string().refine(isId)

const report = z.object({
  counterId: id,
  number: z.number().int().min(1).max(1_000_000),
  spoken: z.array(z.object({
    itemId: id.nullable(), identity: z.string().min(1).max(100), ms: z.number().min(0).max(MIRROR_LIMITS.reportMs).transform(Math.round),
  })).max(MIRROR_LIMITS.spoken),
  isLast: z.boolean(),
})

const choice = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('told') }),
  z.object({ intent: z.literal('choose'), isOn: z.boolean() }),
])

/** Reads what a host's page has heard; null for what no browser of ours sends. */
export function parseSpokenReport(body: unknown): SpokenReport | null {
  return report.safeParse(body).data ?? null
}

/** Reads that a guest was told, or has chosen; null for what no browser of ours sends. */
export function parseMirrorChoice(body: unknown): ChoiceRequest | null {
  return choice.safeParse(body).data ?? null
}
