import { DAY_MS, HOUR_MS } from '#app/kernel/time.ts'
import type { Agenda, AgendaItem, GuestSign } from '../../agenda.ts'
import type { AgendaNews } from '../../change.ts'

/** What else happens within an hour is told with it. */
const GATHER_MS = HOUR_MS
const MOST_LINES = 30

/** When to tell of a change at `now`: an hour later, before the meeting, and a day after the last time at the earliest. */
export function dueOf({ toldAt, startsAt }: { toldAt: number | null; startsAt: number }, now: number): number {
  const soon = Math.max(now, Math.min(now + GATHER_MS, startsAt - GATHER_MS))
  return toldAt === null ? soon : Math.max(soon, toldAt + DAY_MS)
}

/** What has become of these items since the agenda was `base`, and by whom if that is told; what came and went again is nothing. */
export function digestOf(base: Agenda, current: Agenda, touched: ReadonlyMap<string, string | null>): AgendaNews[] {
  const before = new Map(base.items.map((item) => [item.id, item]))
  const mine = current.items.filter(({ id }) => touched.has(id))
  const gone = base.items.filter(({ id }) => touched.has(id) && !current.items.some((item) => item.id === id))
  const lines = [
    ...mine.flatMap((item) => linesOf(before.get(item.id), item).map((line) => signed(line, touched.get(item.id)))),
    ...gone.map(({ id, title }) => signed({ kind: 'removed', title }, touched.get(id))),
  ]
  const moved = mine.length > 0 && isReordered(base, current) ? [{ kind: 'order' as const, title: '' }] : []
  return [...lines, ...moved].slice(0, MOST_LINES)
}

function signed(line: AgendaNews, by: string | null | undefined): AgendaNews {
  return by ? { by, ...line } : line
}

function linesOf(was: AgendaItem | undefined, item: AgendaItem): AgendaNews[] {
  const { title } = item
  const isEdited = was && (was.title !== title || was.purpose !== item.purpose || was.minutes !== item.minutes)
  const known = new Set(was?.questions?.map(({ id }) => id))
  const asked = item.questions?.filter(({ id }) => !known.has(id)) ?? []
  return [
    ...(was ? [] : [{ kind: 'added' as const, title, ...byOf(item.addedBy) }]),
    ...(isEdited ? [{ kind: 'edited' as const, title }] : []),
    ...(item.isImportant && !was?.isImportant ? [{ kind: 'important' as const, title, ...byOf(item.markedBy) }] : []),
    ...asked.map(({ text, authorName }) => ({ kind: 'asked' as const, title, text, by: authorName })),
  ]
}

function byOf(sign: GuestSign | undefined): { by?: string } {
  return sign ? { by: sign.name } : {}
}

/** Do the items that were there before follow one another in another order? */
function isReordered(base: Agenda, current: Agenda): boolean {
  const ids = (of: Agenda, other: Agenda) => of.items.map(({ id }) => id).filter((id) => other.items.some((item) => item.id === id))
  return ids(base, current).join() !== ids(current, base).join()
}
