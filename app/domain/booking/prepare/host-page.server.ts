import { parseAgendaChange } from '#app/domain/agenda/input.ts'
import { readHostNote } from '#app/domain/agenda/prepare/host-note.ts'
import { listHostNotes, saveHostNote } from '#app/domain/agenda/prepare/host-notes.server.ts'
import { listMeetingFiles } from '#app/domain/agenda/prepare/files.server.ts'
import { getAgenda } from '#app/domain/agenda/queries.server.ts'
import { findMeetingRow, findSeat, type MeetingRow } from '#app/domain/meeting/queries.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { isId, newId } from '#app/kernel/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import type { PrepareRefused, PrepareState, TypedPoint } from './prepare-state.ts'
import { pressChange } from './press.server.ts'

/**
 * The host's own seat in a meeting that they host.
 * @throws {Response} 404 for another's meeting, and for what is none.
 */
export async function requireHostPass(host: { id: string }, meetingId: string | undefined): Promise<{ pass: SeatPass; row: MeetingRow }> {
  const row = isId(meetingId) ? await findMeetingRow(host.id, meetingId) : null
  const pass = row && await findSeat(row.hostSeatId)
  if (!row || !pass) throw new Response(null, { status: 404 })
  return { pass, row }
}

/** For a host of the meeting and nobody else. */
export async function readPrepare({ id, state }: { id: string; state: string }): Promise<PrepareState> {
  const [{ agenda: { items } }, notes, files] = await Promise.all([getAgenda(id), listHostNotes(id), listMeetingFiles(id)])
  return { meetingId: id, agenda: { items }, notes, files, isOpen: state !== 'ended' && state !== 'cancelled', newItemId: newId() }
}

/** Does what a form of the host's page asks. @returns why not, with all that was typed; null when it is done. */
export async function submitPrepare(pass: SeatPass, form: FormData): Promise<PrepareRefused | null> {
  return form.get('intent') === 'save-note' ? saveNote(pass, form) : changePoint(pass, form)
}

async function saveNote(pass: SeatPass, form: FormData): Promise<PrepareRefused | null> {
  const note = readHostNote(Object.fromEntries(form))
  if (!note) throw new Response(null, { status: 400 })
  const saved = await saveHostNote(pass, note, now())
  return saved.ok ? null : { kind: 'note', note, reason: saved.reason }
}

async function changePoint(pass: SeatPass, form: FormData): Promise<PrepareRefused | null> {
  const { agenda } = await getAgenda(pass.meeting.id)
  const itemId = String(form.get('itemId') ?? '')
  const typed = form.has('title') ? typedPoint(form) : null
  const asked = parseAgendaChange(changeOf(form, { itemId, typed, order: agenda.items.map(({ id }) => id) }))
  const changed = asked.ok ? await pressChange(pass, asked.value) : asked
  if (changed.ok) return null
  const isThere = agenda.items.some(({ id }) => id === itemId)
  return { kind: 'point', itemId: isThere ? itemId : null, reason: changed.reason, typed }
}

type Asked = { itemId: string; typed: TypedPoint | null; order: string[] }

function changeOf(form: FormData, { itemId, typed, order }: Asked): unknown {
  const at = order.indexOf(itemId)
  const text = typed && { title: typed.title, purpose: typed.purpose, minutes: Number(typed.minutes) }
  switch (form.get('intent')) {
    case 'add-point': return { kind: 'item-add', itemId, ...text, afterItemId: null }
    case 'edit-point': return { kind: 'item-edit', itemId, ...text }
    case 'remove-point': return { kind: 'item-remove', itemId }
    case 'up-point': return { kind: 'item-move', itemId, beforeItemId: order[Math.max(0, at - 1)] ?? null }
    case 'down-point': return { kind: 'item-move', itemId, beforeItemId: order[at + 2] ?? null }
    case 'move-point': return { kind: 'item-move', itemId, beforeItemId: form.get('beforeItemId') || null }
    default: return null
  }
}

function typedPoint(form: FormData): TypedPoint {
  const text = (name: string) => String(form.get(name) ?? '')
  return { title: text('title'), purpose: text('purpose'), minutes: text('minutes') }
}
