import { durationsOf, inLength, isHostOf, nearestLength, type MeetingType } from '#app/domain/calendar/meeting-type.ts'
import { findMeetingTypeById, listMeetingTypes, listOpenSlots } from '#app/domain/calendar/queries.server.ts'
import { keyOfKind, offerFault, readKind, type ChosenKind, type NextKind } from '#app/domain/meeting/next-meeting.ts'
import { findNext, type KnownNext } from '#app/domain/meeting/next/queries.server.ts'
import type { Meeting, SeatPass } from '#app/domain/meeting/seat.ts'
import { DAY_MS, MINUTE_MS } from '#app/kernel/time.ts'
import { spreadTimes } from './spread.ts'

/** As many as can be read beside a call. */
const MOST_TIMES = 9

/** What the calendar is asked: a kind of meeting in one of its lengths, with the same host unless it needs all. */
export type NextQuestion = { type: MeetingType; hostId?: string }

/**
 * Without a chosen kind the same one, as long if it still can be. Null when this kind of meeting can't be booked any more,
 * and for one that the host of this meeting doesn't host.
 */
export async function findNextQuestion(
  { typeId, startsAt, endsAt, hostId }: Meeting, kind: ChosenKind | null = null,
): Promise<NextQuestion | null> {
  const known = await findMeetingTypeById(kind?.typeId ?? typeId)
  if (!known?.isActive || (known.id !== typeId && !isHostOf(known, hostId))) return null
  const type = kind ? inLength(known, kind.minutes) : nearestLength(known, (endsAt - startsAt) / MINUTE_MS)
  if (!type) return null
  return type.assign === 'all' ? { type } : { type, hostId }
}

/** What the host may offer next, each kind in each of its lengths: first as this meeting is, where that can still be booked. */
async function listNextKinds({ typeId, startsAt, endsAt, hostId }: Meeting): Promise<NextKind[]> {
  const types = (await listMeetingTypes()).filter((type) => type.id === typeId || isHostOf(type, hostId))
  const same = types.filter(({ id }) => id === typeId).map((type) => nearestLength(type, (endsAt - startsAt) / MINUTE_MS))
  const kinds = [...same, ...types].flatMap((type) => durationsOf(type).map((minutes): NextKind => (
    { key: keyOfKind({ typeId: type.id, minutes }), title: type.title, minutes }
  )))
  return [...new Map(kinds.map((kind) => [kind.key, kind])).values()]
}

/** The kind that the host has offered; null for that of this meeting. */
export function offeredKind(next: KnownNext | null): ChosenKind | null {
  return next?.offer?.kind ? readKind(next.offer.kind.key) : null
}

/** `kind` is the one that times are shown for, `kinds` those that this seat may offer instead. */
export type MeantKind = { kind: ChosenKind | null; kinds: NextKind[] }

/** While the host can offer, it is what they ask for; else what they offered last, and at first that of this meeting. */
export async function meantKind({ seat, meeting }: SeatPass, asked: ChosenKind | null): Promise<MeantKind> {
  const offered = offeredKind(await findNext(meeting.id))
  if (offerFault(seat, meeting.state)) return { kind: offered, kinds: [] }
  const kinds = await listNextKinds(meeting)
  return { kind: asked ?? offered ?? readKind(kinds[0]?.key ?? ''), kinds }
}

type Wanted = { after?: number | null; kind?: ChosenKind | null }

/**
 * Free times of a next meeting, in the reader's zone some of each day, epoch milliseconds: none before this one was to end.
 * @param wanted only what begins later than `after`, and for a meeting of this kind.
 */
export async function listNextTimes(
  { seat, meeting }: SeatPass, now: number, { after = null, kind = null }: Wanted = {},
): Promise<number[]> {
  const asked = await findNextQuestion(meeting, kind)
  if (!asked) return []
  const starts = await listFreeAfter(asked, meeting, now)
  return spreadTimes(starts.filter((at) => at > (after ?? 0)), seat.timeZone, MOST_TIMES)
}

/** All free starts from the end of the meeting up to the horizon, epoch milliseconds. */
export async function listFreeAfter(asked: NextQuestion, { endsAt }: Pick<Meeting, 'endsAt'>, now: number): Promise<number[]> {
  const slots = await listOpenSlots({ ...asked, now, from: Math.max(now, endsAt), to: now + (asked.type.horizonDays + 2) * DAY_MS })
  return slots.map(({ startsAt }) => startsAt)
}
