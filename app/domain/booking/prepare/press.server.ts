import { changeAgenda } from '#app/domain/agenda/commands.server.ts'
import type { Agenda } from '#app/domain/agenda/agenda.ts'
import type { AgendaChange, ChangeRefusal } from '#app/domain/agenda/change.ts'
import { ownIdOf } from '#app/domain/agenda/own-id.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { newId } from '#app/kernel/ids.ts'
import { ok, type Result } from '#app/kernel/result.ts'
import { now } from '#app/platform/clock.server.ts'

/**
 * Makes the change that a form without a script asks for. A press is done when the agenda says so, and not because an id was
 * seen before: the forms of one page share the ids it gave out, and a page that Back shows again gives them out once more.
 * A second press of the same form finds its point or question there; another one's is made under an id of its own, for a
 * refusal would only have somebody press again what can be done at once.
 */
export async function pressChange(pass: SeatPass, change: AgendaChange): Promise<Result<null, ChangeRefusal>> {
  const made = await make(pass, change)
  if (made.ok || isSo((await getAgenda(pass.meeting.id)).agenda, change)) return ok(null)
  const own = made.reason === 'already-there' ? underOwnId(change) : null
  if (!own) return made
  const again = await make(pass, own)
  return again.ok || again.reason === 'already-there' ? ok(null) : again
}

function make(pass: SeatPass, change: AgendaChange) {
  return changeAgenda(pass, { change, changeId: newId(), now: now() })
}

function underOwnId(change: AgendaChange): AgendaChange | null {
  if (change.kind === 'item-add') return { ...change, itemId: ownIdOf(change) }
  return change.kind === 'question-add' ? { ...change, questionId: ownIdOf(change) } : null
}

/** What was to be added is there as it was typed, and what was to be taken away is away. */
function isSo({ items }: Agenda, change: AgendaChange): boolean {
  const item = 'itemId' in change ? items.find(({ id }) => id === change.itemId) : undefined
  switch (change.kind) {
    case 'item-add': return item?.title === change.title && item.purpose === change.purpose && item.minutes === change.minutes
    case 'item-remove': return item === undefined
    case 'question-add': return item?.questions?.some(({ id, text }) => id === change.questionId && text === change.text) ?? false
    case 'question-remove': return !item?.questions?.some(({ id }) => id === change.questionId)
    default: return false
  }
}
