import { questionOfMove, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { readSlotRules } from '#app/domain/calendar/queries.server.ts'
import { enqueue } from '#app/platform/outbox.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { answerByFor } from './approval.ts'

/** Lets what nobody answers lapse at `runAt` (epoch milliseconds). Of a meeting's deadlines only the last that was set counts. */
export async function queueLapse(tx: Transaction, meetingId: string, runAt: number): Promise<void> {
  await enqueue(tx, 'approval.lapse', { meetingId }, { runAt, jobKey: `approval:${meetingId}` })
}

/** Until when a meeting that is asked for now, at this time and with this host, can be answered. */
export async function findAnswerBy(
  tx: Transaction, type: MeetingType, wanted: { id: string; hostId: string; startsAt: number; endsAt: number; now: number },
): Promise<number> {
  const { startsAt, now } = wanted
  const rules = await readSlotRules({ ...questionOfMove(type, wanted), from: startsAt, to: startsAt + 1, now }, tx)
  return answerByFor(rules, { startsAt, noticeMinutes: type.noticeMinutes })
}
