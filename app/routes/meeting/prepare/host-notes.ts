import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readHostNote, type NoteRefusal } from '#app/domain/agenda/prepare/host-note.ts'
import { listHostNotes, saveHostNote } from '#app/domain/agenda/prepare/host-notes.server.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { requireHostInRoom } from '#app/guards.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { answer, readPosted } from '#app/room-requests.server.ts'

const STATUS: Record<NoteRefusal, number> = { 'not-allowed': 403, 'no-such-item': 409, 'too-long': 422, stale: 409, malformed: 400 }

/** What the hosts alone have prepared, for the section of the room that nobody else gets. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const pass = await requireHostInRoom(request, params.seatId, 404)
  return answer({ notes: await listHostNotes(pass.meeting.id) })
}

export async function action({ request, params }: ActionFunctionArgs): Promise<Response> {
  const pass = await requireHostInRoom(request, params.seatId, 404)
  const posted = await readPosted(request)
  const note = typeof posted === 'object' && posted !== null ? readHostNote({ ...posted }) : null
  if (!note) return refuse(pass, 'malformed')
  const saved = await saveHostNote(pass, note, now())
  return saved.ok ? answer({ version: saved.value }) : refuse(pass, saved.reason)
}

/** With what is kept now, so that nothing typed has to be thrown away to go on. */
async function refuse({ meeting }: SeatPass, reason: NoteRefusal): Promise<Response> {
  return answer({ reason, notes: reason === 'stale' ? await listHostNotes(meeting.id) : [] }, STATUS[reason])
}
