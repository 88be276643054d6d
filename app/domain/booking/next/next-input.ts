import { z } from 'zod'
import { MOST_PROPOSED, readKind, type ChosenKind } from '#app/domain/meeting/next-meeting.ts'
import { parseInstant } from '#app/kernel/time.ts'

const startsAt = z.number().int().positive().max(8.64e15)

const kind = z.string().transform((key, context) => {
  const read = readKind(key)
  if (!read) context.addIssue({ code: 'custom' })
  return read ?? z.NEVER
}).optional()

const request = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('offer'), starts: z.array(startsAt).max(MOST_PROPOSED).transform(inOrder), kind }),
  z.object({ intent: z.literal('book'), startsAt, kind }),
])

function inOrder(starts: number[]): number[] {
  return [...new Set(starts)].sort((one, other) => one - other)
}

/**
 * offer: a guest may book one of these times or, without any, whichever is free, for a meeting of this kind.
 * book: `kind` is what the page said that it would be. Epoch milliseconds.
 */
export type NextRequest = z.infer<typeof request>

/** Reads what the room's script posts; null for what no browser of ours sends. */
export function parseNextRequest(body: unknown): NextRequest | null {
  return request.safeParse(body).data ?? null
}

/** Reads a form, whose times are ISO instants. Null for what no form of ours sends; no time, and more than three, are worth a sentence. */
export function parseNextForm(form: FormData): NextRequest | 'too-many' | 'none-chosen' | null {
  const given = form.get('kind') ?? undefined
  if (form.get('intent') === 'let-pick') return parseNextRequest({ intent: 'offer', starts: [], kind: given })
  const starts = form.getAll('start').map(parseInstant)
  if (form.get('intent') === 'offer' && starts.length === 0) return 'none-chosen'
  if (form.get('intent') === 'offer' && starts.length > MOST_PROPOSED) return 'too-many'
  return parseNextRequest({ intent: form.get('intent'), starts, startsAt: starts[0], kind: given })
}

/** Which kind of meeting the host wants to see times of; null for what is none. */
export function readKindOf({ searchParams }: URL): ChosenKind | null {
  return readKind(searchParams.get('kind') ?? '')
}

/** After which instant the reader wants to see times; null for the first. */
export function readAfter({ searchParams }: URL): number | null {
  return parseInstant(searchParams.get('after'))
}
