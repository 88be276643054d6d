import { z } from 'zod'
import { isId } from '#app/kernel/ids.ts'
import { cleanLine, cleanText } from '#app/kernel/text.ts'
import { AGENDA_LIMITS } from '../agenda.ts'
import { itemIdOf, NOTE_LIMITS } from '../notes/note.ts'
import type { CorrectionRequest } from './correction.ts'

/** Far too long is refused before it is looked at; what is left is measured where it is applied, so that it can be answered in words. */
function typed(limit: number, clean: (text: string) => string) {
  return z.string().max(20 * limit).transform(clean)
}

const id = z.string().refine(isId)
const line = {
  entryId: id,
  text: typed(AGENDA_LIMITS.text, cleanText),
  owner: typed(AGENDA_LIMITS.owner, cleanLine).default(''),
  due: z.string().max(100).default(''),
}

const request = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('correct'), ...line }),
  z.object({
    intent: z.literal('correct-note'),
    entryId: z.string().refine((name) => itemIdOf(name) !== undefined),
    text: typed(NOTE_LIMITS.text, cleanText),
    version: z.string().regex(/^\d{1,9}$/u).transform(Number),
  }),
  z.object({ intent: z.literal('add'), entryKind: z.enum(['note', 'decision', 'next-step', 'parked']), ...line }),
])

/** Reads the form; null for what no form of ours sends. */
export function parseCorrection(form: FormData): CorrectionRequest | null {
  return request.safeParse(Object.fromEntries(form)).data ?? null
}
