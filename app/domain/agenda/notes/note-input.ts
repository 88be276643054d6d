import { z } from 'zod'
import { isId } from '#app/kernel/ids.ts'
import { cleanText } from '#app/kernel/text.ts'
import { NOTE_LIMITS, type NoteText } from './note.ts'

const sent = z.object({
  version: z.string().regex(/^\d{1,9}$/u).transform(Number),
  itemId: z.string().refine((text) => text === '' || isId(text)).transform((text) => text || null),
  text: z.string().max(4 * NOTE_LIMITS.text).transform(cleanText),
})

/** Reads a text that a page without a script sends back; null for what no page of ours sends. */
export function parseSentNote(form: FormData): (NoteText & { version: number }) | null {
  return sent.safeParse(Object.fromEntries(form)).data ?? null
}
