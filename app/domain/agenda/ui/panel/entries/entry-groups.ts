import { dayText } from '#app/kernel/time.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Agenda, AgendaEntry, EntryKind } from '../../../agenda.ts'
import { entriesToDraw, type Editor } from '../editor.ts'

export type EntryGroup = { kind: EntryKind; entries: AgendaEntry[] }

/** What a reader looks for stands first. */
const ORDER: readonly EntryKind[] = ['decision', 'next-step', 'parked', 'note']

/** What was written at one item (null: for the whole meeting), by kind, each in the order of writing, without empty kinds. */
export function entryGroups(agenda: Agenda, itemId: string | null, editor: Editor | null): EntryGroup[] {
  const ids = new Set(agenda.items.map((item) => item.id))
  const placeOf = (entry: AgendaEntry) => (entry.itemId !== null && ids.has(entry.itemId) ? entry.itemId : null)
  const here = entriesToDraw(agenda.entries, editor).filter((entry) => placeOf(entry) === itemId)
  const groups = ORDER.map((kind) => ({ kind, entries: here.filter((entry) => entry.kind === kind) }))
  return groups.filter(({ entries }) => entries.length > 0)
}

/** A due day in words; it is a day of the calendar, the same in every zone. */
export function dueText(due: string, locale: Locale): string {
  return dayText(Date.parse(`${due}T12:00:00Z`), 'UTC', locale)
}

/** The beginning of a line, for the name of a button. */
export function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line
}
