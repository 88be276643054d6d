import { eq } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { correction } from '#db/schema.server.ts'
import { findSeat, lockMeeting } from '../../meeting/queries.server.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import type { Agenda, AgendaEntry } from '../agenda.ts'
import type { ChangeRefusal } from '../change.ts'
import { appendChange, lockAgenda } from '../commands.server.ts'
import { carryOver } from '../next/carry-over.server.ts'
import { ownIdOf } from '../own-id.server.ts'
import { planSteps } from '../steps/plan.server.ts'
import { correctedNote } from './corrected-note.server.ts'
import {
  correctionFault, MOST_CORRECTIONS, type Corrected, type CorrectionRefusal, type CorrectionRequest, type LineAddition, type LineCorrection,
  type LineText,
} from './correction.ts'

/**
 * Either side puts a line or a text right or adds a line after the end. What it said before is kept beside who changed it
 * and when. The same line added again is the one that is there. @returns the id of the line.
 */
export function correctRecord(
  pass: SeatPass, { asked: posted, now }: { asked: CorrectionRequest; now: number },
): Promise<Result<string, CorrectionRefusal>> {
  return transaction(async (tx) => {
    const current = await lockMeeting(tx, pass.meeting.id)
    const known = await findSeat(pass.seat.id, tx)
    const fault = known ? correctionFault(known.seat, current, now) : 'not-allowed'
    if (fault) return refuse(fault)
    const before = await lockAgenda(tx, current.id)
    const asked = posted.intent === 'add' ? besidesOthers(before.agenda, posted) : posted
    const corrected = asked.intent === 'correct-note'
      ? await correctedNote(tx, { asked, meetingId: current.id, version: before.version })
      : ok(correctedLine(before.agenda, asked))
    if (!corrected.ok) return corrected
    if (!corrected.value) return ok(asked.entryId)
    if (await tx.$count(correction, eq(correction.meetingId, current.id)) >= MOST_CORRECTIONS) return refuse('too-many')
    const { change, said } = corrected.value
    const changed = await appendChange(tx, pass, { before, change, changeId: newId(), now })
    if (!changed.ok) return refuse(reasonOf(changed.reason))
    await keepVersion(tx, pass, { entryId: asked.entryId, version: changed.value.version, before: said, now })
    await planSteps(tx, current, now)
    await carryOver(tx, current, now)
    return ok(asked.entryId)
  })
}

/**
 * A page that Back shows again gives out the id of a line that it has added before. What is typed there then is another line,
 * and gets an id of its own: a refusal would only have somebody press again what can be done at once.
 */
function besidesOthers({ entries }: Pick<Agenda, 'entries'>, asked: LineAddition): LineAddition {
  const line = entries.find(({ id }) => id === asked.entryId)
  return !line || readsSo(line, asked) ? asked : besidesOthers({ entries }, { ...asked, entryId: ownIdOf(asked) })
}

function readsSo(line: AgendaEntry, asked: LineCorrection): boolean {
  const isKind = asked.intent === 'correct' || line.kind === asked.entryKind
  return isKind && line.text === asked.text && line.owner === asked.owner && line.due === asked.due
}

/** Null when the line reads so already. */
function correctedLine({ entries }: Agenda, asked: LineCorrection): Corrected | null {
  const { entryId, text, owner, due } = asked
  const line = entries.find(({ id }) => id === entryId)
  if (line && readsSo(line, asked)) return null
  if (asked.intent === 'add') return { change: { kind: 'entry-add', entryId, entryKind: asked.entryKind, itemId: null, text, owner, due }, said: null }
  return { change: { kind: 'entry-correct', entryId, text, owner, due }, said: line ? textOf(line) : null }
}

/** What nobody can come upon here is as good as not being allowed to. */
function reasonOf(reason: ChangeRefusal): CorrectionRefusal {
  switch (reason) {
    case 'no-such-entry':
    case 'already-there':
    case 'too-many':
    case 'empty-text':
    case 'too-long':
    case 'bad-date': return reason
    default: return 'not-allowed'
  }
}

function textOf({ text, owner, due }: AgendaEntry): LineText {
  return { text, owner, due }
}

async function keepVersion(
  tx: Transaction, { seat, meeting }: SeatPass, kept: { entryId: string; version: number; before: LineText | null; now: number },
): Promise<void> {
  const { now, ...version } = kept
  await tx.insert(correction).values({ id: newId(), meetingId: meeting.id, seatId: seat.id, ...version, at: new Date(now) })
}
