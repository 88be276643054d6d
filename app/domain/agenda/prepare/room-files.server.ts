import { openNamed, type OpenedFile } from '#app/platform/files/store.server.ts'
import { mayHear, mayReadRecord } from '../../meeting/chat/chat.ts'
import { isOver } from '../../meeting/meeting.ts'
import { findSeat } from '../../meeting/queries.server.ts'
import type { SeatPass } from '../../meeting/seat.ts'
import { listMeetingFiles } from './files.server.ts'
import { findMeetingFile } from './find-file.server.ts'
import type { PreparedFile } from './prepared-file.ts'
import { listRecordFiles } from './record-files.server.ts'

/** What was prepared, for the room; null for whoever has no say in there. */
export async function listRoomFiles(pass: SeatPass): Promise<PreparedFile[] | null> {
  return await mayRead(pass) ? listMeetingFiles(pass.meeting.id) : null
}

/** Those that the meeting's record has beside its chat, for whoever may read them here: none is named that could not be opened. */
export async function listSummaryFiles(pass: SeatPass): Promise<PreparedFile[]> {
  return await mayRead(pass) ? listRecordFiles(pass.meeting.id) : []
}

/** One of these files; null as well for the files of others. */
export async function openRoomFile(pass: SeatPass, fileId: string): Promise<OpenedFile | null> {
  const named = await mayRead(pass) ? await findMeetingFile(pass.meeting.id, fileId) : null
  return named && openNamed(named)
}

/** Whoever is inside reads them, and once the meeting is over whoever was; nobody who waits, left or was sent away. */
async function mayRead({ seat: { id } }: SeatPass): Promise<boolean> {
  const current = await findSeat(id)
  return current !== null && (mayHear(current.seat) || (isOver(current.meeting) && mayReadRecord(current.seat)))
}
