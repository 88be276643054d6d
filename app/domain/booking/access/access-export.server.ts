import { isoInstant } from '#app/kernel/time.ts'
import { COLLECTORS } from './collectors.server.ts'
import { findKnown, isAnythingKept } from './known-person.server.ts'

/** Everything that is kept about whoever has this mail address, as one JSON document; null when that is nothing. */
export async function exportPerson(email: string, { askerId, now }: { askerId: string; now: number }): Promise<string | null> {
  const known = await findKnown(email)
  if (!await isAnythingKept(known)) return null
  const parts = await Promise.all(Object.entries(COLLECTORS).map(async ([noun, collect]) => [noun, await collect(known, askerId)] as const))
  return `${JSON.stringify({ version: 1, madeAt: isoInstant(now), email: known.email, ...Object.fromEntries(parts) }, null, 2)}\n`
}
