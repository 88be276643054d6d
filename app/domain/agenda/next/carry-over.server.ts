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
import type { Meeting } from '../../meeting/seat.ts'
import { EMPTY_AGENDA, type Agenda, type AgendaEntry } from '../agenda.ts'
import type { AgendaChange } from '../change.ts'
import { appendChange, lockAgenda } from '../commands.server.ts'
import { getAgenda } from '../queries.server.ts'
import { listDoneSteps } from '../steps/done.server.ts'
import { carriedItems, type CarriedItem } from './carry-over.ts'

/** The agenda that the meeting after this one begins with; null when nothing is left of this one. */
export async function draftCarried(tx: Transaction, { id, locale }: Pick<Meeting, 'id' | 'locale'>): Promise<Agenda | null> {
  const items = await listCarried(tx, { id, locale })
  if (items.length === 0) return null
  return { ...EMPTY_AGENDA, items: items.map((item) => ({ ...item, id: newId(), isDone: false, spentMs: 0 })) }
}

/** Which points and lines of this meeting the agenda of the next one came from. */
export function sourcesOf({ items }: Agenda): string[] {
  return items.flatMap(({ carriedFrom }) => carriedFrom ?? [])
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
  const carried = row?.carried ?? []
  const left = await listCarried(tx, meeting)
  let before = await lockAgenda(tx, followed.id)
  const known = new Set(carried)
  for (const { source, change } of changesFor(before.agenda, { carried, left })) {
    // A point for which there is no room comes along another time.
    const made = await appendChange(tx, pass, { before, change, changeId: newId(), now })
    if (!made.ok) continue
    // What went because it was finished comes again if it was not after all.
    if (change.kind === 'item-add') known.add(source)
    else known.delete(source)
    before = await lockAgenda(tx, followed.id)
  }
  await tx.update(nextMeeting).set({ carried: [...known] }).where(eq(nextMeeting.meetingId, meeting.id))
}

type CarryChange = { source: string; change: AgendaChange }

function changesFor({ items, currentItemId }: Agenda, { carried, left }: { carried: string[]; left: CarriedItem[] }): CarryChange[] {
  const isLeft = (source: string) => left.some(({ carriedFrom }) => carriedFrom === source)
  const finished = items.flatMap(({ id: itemId, isDone, carriedFrom: source }) => (
    source !== undefined && carried.includes(source) && !isLeft(source) && !isDone && itemId !== currentItemId ? [{ itemId, source }] : []
  ))
  const fresh = left.filter(({ carriedFrom }) => !carried.includes(carriedFrom))
  return [
    ...finished.map(({ itemId, source }) => ({ source, change: { kind: 'item-remove' as const, itemId } })),
    ...fresh.map((item) => (
      { source: item.carriedFrom, change: { kind: 'item-add' as const, itemId: newId(), afterItemId: null, ...item } }
    )),
  ]
}

async function listCarried(tx: Transaction, { id, locale }: Pick<Meeting, 'id' | 'locale'>): Promise<CarriedItem[]> {
  const [{ agenda }, done] = await Promise.all([getAgenda(id, tx), listDoneSteps(id, tx)])
  return carriedItems(agenda, { done: new Set(done.map(({ entryId }) => entryId)), purposeOf: (step) => purposeOf(step, locale) })
}

function purposeOf({ owner, due }: AgendaEntry, locale: Locale): string {
  const { nextMeeting: { agreed }, summary } = messages(locale).room
  const who = owner && fill(summary.owner, { owner })
  const when = due && fill(summary.due, { date: dateText(due, locale) })
  return [agreed, [who, when].filter(Boolean).join(' · ')].filter(Boolean).join(' ')
}
