import { newId } from '#app/kernel/ids.ts'
import { ok, refuse, type Result } from '#app/kernel/result.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { correction } from '#db/schema.server.ts'
import { findSeat, lockMeeting } from '../../meeting/queries.server.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import type { AgendaEntry } from '../agenda.ts'
import type { AgendaChange, ChangeRefusal } from '../change.ts'
import { appendChange, lockAgenda } from '../commands.server.ts'
import { carryOver } from '../next/carry-over.server.ts'
import { planSteps } from '../steps/plan.server.ts'
import { correctionFault, type CorrectionRefusal, type CorrectionRequest, type LineText } from './correction.ts'

/**
 * Either side puts a line right or adds one after the end. What it said before is kept beside who changed it and when.
 * The same line added again is the one that is there.
 */
export function correctLine(
  pass: SeatPass, { asked, now }: { asked: CorrectionRequest; now: number },
): Promise<Result<null, CorrectionRefusal>> {
  return transaction(async (tx) => {
    const current = await lockMeeting(tx, pass.meeting.id)
    const known = await findSeat(pass.seat.id, tx)
    const fault = known ? correctionFault(known.seat, current, now) : 'not-allowed'
    if (fault) return refuse(fault)
    const before = await lockAgenda(tx, current.id)
    const line = before.agenda.entries.find(({ id }) => id === asked.entryId)
    if (isAsIs(line, asked)) return ok(null)
    const changed = await appendChange(tx, pass, { before, change: toChange(asked), changeId: newId(), now })
    if (!changed.ok) return refuse(reasonOf(changed.reason))
    const said = asked.intent === 'add' || !line ? null : textOf(line)
    await keepVersion(tx, pass, { entryId: asked.entryId, version: changed.value.version, before: said, now })
    await planSteps(tx, current, now)
    await carryOver(tx, current, now)
    return ok(null)
  })
}

function isAsIs(line: AgendaEntry | undefined, asked: CorrectionRequest): boolean {
  return line !== undefined && line.text === asked.text && line.owner === asked.owner && line.due === asked.due
}

function toChange(asked: CorrectionRequest): AgendaChange {
  const { entryId, text, owner, due } = asked
  if (asked.intent === 'correct') return { kind: 'entry-correct', entryId, text, owner, due }
  return { kind: 'entry-add', entryId, entryKind: asked.entryKind, itemId: null, text, owner, due }
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
