import { cleanLine } from '#app/kernel/text.ts'
import { AGENDA_LIMITS, type Agenda, type AgendaEntry, type AgendaItem } from '../agenda.ts'

/** What goes on to the next meeting with all that was prepared for it, and from which point or line of this one. */
export type CarriedItem = Omit<AgendaItem, 'id' | 'isDone' | 'spentMs'> & { carriedFrom: string }

/** Minutes for a question that was parked, and for asking how far a next step came. */
const PARKED_MINUTES = 5
const STEP_MINUTES = 2

type Known = {
  /** Next steps that somebody has done by now. */
  done: ReadonlySet<string>
  /** What the point about a next step is for: who does it, and by when. */
  purposeOf: (step: AgendaEntry) => string
}

/** What was not finished, in the order in which it is looked at again: agreed steps, points, questions that were parked. */
export function carriedItems(agenda: Agenda, { done, purposeOf }: Known): CarriedItem[] {
  const steps = agenda.entries.filter(({ id, kind }) => kind === 'next-step' && !done.has(id))
  const points = agenda.items.filter((item, index) => !item.isDone && !isClosing(agenda, item, index))
  const parked = agenda.entries.filter(({ kind }) => isParked(kind))
  return [
    ...steps.map((step) => ({ ...pointOf(step, STEP_MINUTES), purpose: purposeOf(step).slice(0, AGENDA_LIMITS.purpose) })),
    ...points.map(({ id, isDone: _isDone, spentMs: _spentMs, ...point }) => ({ ...point, carriedFrom: id })),
    ...parked.map((question) => pointOf(question, PARKED_MINUTES)),
  ].slice(0, AGENDA_LIMITS.items)
}

/** At its last point a meeting agrees on the next one; once begun, it is held. */
function isClosing({ items, currentItemId }: Agenda, { id, spentMs }: AgendaItem, index: number): boolean {
  return index === items.length - 1 && (spentMs > 0 || currentItemId === id)
}

function isParked(kind: string): boolean {
  return kind === 'parked'
}

/** A long line has its beginning as the title and itself as the purpose. */
function pointOf({ id, text, author }: AgendaEntry, minutes: number): CarriedItem {
  const line = cleanLine(text.replaceAll(/\s+/g, ' '))
  const isLong = line.length > AGENDA_LIMITS.title
  return {
    title: isLong ? `${line.slice(0, AGENDA_LIMITS.title - 1).trimEnd()}…` : line,
    purpose: isLong ? text.slice(0, AGENDA_LIMITS.purpose) : '', minutes, author, carriedFrom: id,
  }
}
