import { listText } from '#app/i18n/list-text.ts'
import { newId } from '#app/kernel/ids.ts'
import { paths } from '#app/paths.ts'
import { mayReadRecord } from '../../meeting/chat/chat.ts'
import { listMessages } from '../../meeting/chat/queries.server.ts'
import { findNext } from '../../meeting/next/queries.server.ts'
import { listSeats } from '../../meeting/queries.server.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import { correctableUntil, correctionFault } from '../corrections/correction.ts'
import { listCorrections } from '../corrections/queries.server.ts'
import { getRecord } from '../notes/queries.server.ts'
import { outcomeOf } from '../polls/poll.ts'
import { listSummaryFiles } from '../prepare/room-files.server.ts'
import { listDoneSteps } from '../steps/done.server.ts'
import { filesOf } from './lines.ts'
import type { SummaryView } from './summary-view.ts'

export async function readSummary(pass: SeatPass, now: number): Promise<SummaryView> {
  const { seat, meeting } = pass
  const [{ agenda: { items, entries, polls = [] }, version }, seats, next, corrections, done, said, files] = await Promise.all([
    getRecord(meeting.id), listSeats(meeting.id), findNext(meeting.id), listCorrections(meeting.id), listDoneSteps(meeting.id),
    mayReadRecord(seat) ? listMessages(meeting.id) : [], listSummaryFiles(pass),
  ])
  const isOver = meeting.state === 'ended'
  const others = seats.filter((other) => other.role !== seat.role).map(({ name }) => name)
  return {
    locale: seat.locale,
    timeZone: seat.timeZone,
    meeting: { title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt },
    withNames: listText(others, seat.locale),
    isOver, version,
    agenda: { items: items.map(({ id, title, minutes, spentMs, isDone }) => ({ id, title, minutes, spentMs, isDone })), entries },
    // Whose vote went where stays behind: what is read from here on knows numbers alone.
    polls: polls.map((poll) => outcomeOf(poll, { seatId: seat.id, isOver })),
    said, corrections, done,
    seatId: seat.id,
    files: filesOf(files, items),
    correctableUntil: correctionFault(seat, meeting, now) === null ? correctableUntil(meeting) : null,
    newEntryId: newId(),
    next: next?.booked ?? null,
    links: {
      room: paths.room(seat.id), bookNext: paths.roomNext(seat.id), files: paths.roomPrepared(seat.id),
      markdown: paths.roomSummaryFile(seat.id, 'md'), json: paths.roomSummaryFile(seat.id, 'json'),
    },
  }
}
