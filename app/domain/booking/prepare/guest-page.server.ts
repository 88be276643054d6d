import { parseAgendaChange } from '#app/domain/agenda/input.ts'
import { addMeetingFile, removeMeetingFile } from '#app/domain/agenda/prepare/files.server.ts'
import { sentFileOf, type FileRefusal } from '#app/domain/agenda/prepare/prepared-file.ts'
import type { SeatPass } from '#app/domain/meeting/seat.ts'
import { isId } from '#app/kernel/ids.ts'
import { now } from '#app/platform/clock.server.ts'
import { checkRateOf } from '#app/platform/rate-limit.server.ts'
import type { GuestPrepare } from '../ui/booked/booked-state.ts'
import { pressChange } from './press.server.ts'

const FILES_PER_HOUR = 60

type Refused = Pick<GuestPrepare, 'agendaFault'> & Partial<Pick<GuestPrepare, 'typedPoint' | 'typedQuestion'>>

/** Does what a guest's form asks of the agenda. @returns why not, with what was typed; null when it is done. */
export async function changePoints(pass: SeatPass, form: FormData): Promise<Refused | null> {
  const asked = parseAgendaChange(changeOf(form))
  const changed = asked.ok ? await pressChange(pass, asked.value) : asked
  if (changed.ok) return null
  const text = (name: string) => String(form.get(name) ?? '')
  if (form.get('intent') === 'ask') return { agendaFault: changed.reason, typedQuestion: { itemId: text('itemId'), text: text('text') } }
  return { agendaFault: changed.reason, typedPoint: { title: text('title'), minutes: text('minutes') || '5' } }
}

function changeOf(form: FormData): unknown {
  const itemId = form.get('itemId')
  switch (form.get('intent')) {
    case 'remove-point': return { kind: 'item-remove', itemId }
    case 'mark': return { kind: 'item-mark', itemId, isImportant: true }
    case 'unmark': return { kind: 'item-mark', itemId, isImportant: false }
    case 'ask': return { kind: 'question-add', itemId, questionId: form.get('questionId'), text: form.get('text') }
    case 'unask': return { kind: 'question-remove', itemId, questionId: form.get('questionId') }
    default: return { kind: 'item-add', itemId, title: form.get('title'), purpose: '', minutes: Number(form.get('minutes')), afterItemId: null }
  }
}

/** Adds the file of the form, or takes one of the guests' own back. @returns why not. */
export async function changeFiles(pass: SeatPass, form: FormData): Promise<FileRefusal | null> {
  const fileId = form.get('file')
  if (form.get('intent') === 'remove-file') {
    return isId(fileId) ? (await removeMeetingFile(pass, fileId))?.reason ?? null : null
  }
  const rate = await checkRateOf('prepared-file', pass.seat.id, FILES_PER_HOUR)
  if (!rate.isWithin) return 'too-often'
  const added = await addMeetingFile(pass, sentFileOf(fileId), now())
  return added.ok ? null : added.reason
}

export const FILE_STATUS: Record<FileRefusal, number> = {
  'no-file': 422, 'empty-file': 422, 'too-large': 413, 'bad-type': 415, 'broken-off': 400, 'too-many': 409, 'too-often': 429,
  'not-allowed': 403, 'meeting-ended': 409,
}
