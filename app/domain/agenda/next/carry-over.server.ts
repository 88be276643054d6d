import { eq } from 'drizzle-orm'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { dateText } from '#app/kernel/time.ts'
import type { Transaction } from '#db/client.server.ts'
import { nextMeeting } from '#db/schema.server.ts'
import { isToCome } from '../../meeting/meeting.ts'
import { findNext } from '../../meeting/next/queries.server.ts'
import { findSeat, listSeats, lockMeeting } from '../../meeting/queries.server.ts'
import type { Meeting, SeatPass } from '../../meeting/seat.ts'
import { AGENDA_LIMITS, EMPTY_AGENDA, type Agenda, type AgendaEntry } from '../agenda.ts'
import type { AgendaChange } from '../change.ts'
import { appendChange, createAgenda, lockAgenda } from '../commands.server.ts'
import { getAgenda } from '../queries.server.ts'
import { listDoneSteps } from '../steps/done.server.ts'
import { bringNotes, dropBrought, settle, type Way } from './bring-along.server.ts'
import { carriedItems, type CarriedItem } from './carry-over.ts'

/** Gives a next meeting that was just made, with all its seats, the agenda that it begins with. */
export async function beginCarried(tx: Transaction, left: readonly CarriedItem[], { now, ...way }: Way & { now: number }): Promise<void> {
  const items = (await settle(tx, left, way)).map((item) => ({ ...item, id: newId(), isDone: false, spentMs: 0 }))
  await createAgenda(tx, way.to, { ...EMPTY_AGENDA, items }, now)
  await bringNotes(tx, way, { items, now })
}

/**
 * Brings the agenda of a next meeting that was booked already up to what the end of this one left: what was finished since
 * goes, what came to be left open, or is open after all, comes. What somebody took off there stays off.
 */
export async function carryOver(tx: Transaction, meeting: Meeting, now: number): Promise<void> {
  const next = await findNext(meeting.id, tx)
  if (!next?.bookedMeetingId) return
  const followed = await lockMeeting(tx, next.bookedMeetingId)
  const [host] = await listSeats(followed.id, tx)
  const pass = host && await findSeat(host.id, tx)
  // One that goes on is in the hands of those inside: no point goes from under them.
  if (!pass || followed.state === 'live' || !(followed.state === 'pending' || isToCome(followed, now))) return
  const [row] = await tx.select({ carried: nextMeeting.carried }).from(nextMeeting).where(eq(nextMeeting.meetingId, meeting.id))
  const way = { from: meeting.id, to: followed.id }
  const before = await lockAgenda(tx, followed.id)
  const { finished, fresh } = differenceOf(before.agenda, { carried: row?.carried ?? [], left: await listCarried(tx, meeting) })
  const added = (await settle(tx, fresh, way)).map((item) => ({ ...item, id: newId() }))
  for (const { id: itemId } of finished) await append(tx, pass, { kind: 'item-remove', itemId }, now)
  const made = []
  for (const { id: itemId, ...item } of added) {
    if (await append(tx, pass, { kind: 'item-add', itemId, afterItemId: null, ...item }, now)) made.push({ id: itemId, ...item })
  }
  await bringNotes(tx, way, { items: made, now })
  await dropBrought(tx, way.to, finished, (await lockAgenda(tx, followed.id)).agenda)
  // What went because it was finished comes again if it was not after all.
  const kept = (row?.carried ?? []).filter((source) => !finished.some(({ carriedFrom }) => carriedFrom === source))
  await tx.update(nextMeeting).set({ carried: [...kept, ...made.map(({ carriedFrom }) => carriedFrom)] })
    .where(eq(nextMeeting.meetingId, meeting.id))
}

/** Is it made? What no agenda takes in stays where it is: nothing of it may hold up the end of a meeting. */
async function append(tx: Transaction, pass: SeatPass, change: AgendaChange, now: number): Promise<boolean> {
  return (await appendChange(tx, pass, { before: await lockAgenda(tx, pass.meeting.id), change, changeId: newId(), now })).ok
}

/** What is on the next agenda and was finished since, and what is left and never came there. */
function differenceOf({ items, currentItemId }: Agenda, { carried, left }: { carried: string[]; left: CarriedItem[] }) {
  const isLeft = (source: string) => left.some(({ carriedFrom }) => carriedFrom === source)
  const finished = items.filter(({ id, isDone, carriedFrom: source }) => (
    source !== undefined && carried.includes(source) && !isLeft(source) && !isDone && id !== currentItemId
  ))
  // A point for which there is no room comes along another time.
  const room = AGENDA_LIMITS.items - items.length + finished.length
  return { finished, fresh: left.filter(({ carriedFrom }) => !carried.includes(carriedFrom)).slice(0, Math.max(0, room)) }
}

/** What this meeting leaves open, as the next one takes it up. */
export async function listCarried(tx: Transaction, { id, locale }: Pick<Meeting, 'id' | 'locale'>): Promise<CarriedItem[]> {
  const [{ agenda }, done] = await Promise.all([getAgenda(id, tx), listDoneSteps(id, tx)])
  return carriedItems(agenda, { done: new Set(done.map(({ entryId }) => entryId)), purposeOf: (step) => purposeOf(step, locale) })
}

function purposeOf({ owner, due }: AgendaEntry, locale: Locale): string {
  const { nextMeeting: { agreed }, summary } = messages(locale).room
  const who = owner && fill(summary.owner, { owner })
  const when = due && fill(summary.due, { date: dateText(due, locale) })
  return [agreed, [who, when].filter(Boolean).join(' · ')].filter(Boolean).join(' ')
}
