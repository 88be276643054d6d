import { refuse, type Result } from '#app/kernel/result.ts'
import { openNamed, storeFile, type StoreFault, type OpenedFile } from '#app/platform/files/store.server.ts'
import { findSeat } from '../queries.server.ts'
import type { SeatPass } from '../seat.ts'
import { CHAT_LIMITS, mayReadRecord, type ChatRefusal } from './chat.ts'
import { handOverFile, sayingFault, type Said } from './commands.server.ts'
import { findMessageFile, sumFileBytes } from './queries.server.ts'

/** `announcedBytes` is what the sender says that it is; what comes is measured all the same. */
export type ComingFile = {
  id: string
  name: string
  content: ReadableStream<Uint8Array>
  announcedBytes: number
  itemId?: string | null
  now: number
}

/** Takes in a file as a message. Nothing is read of one that could not be handed over. */
export async function takeFile(pass: SeatPass, coming: ComingFile): Promise<Result<Said, ChatRefusal | StoreFault>> {
  const { id, name, content, announcedBytes, itemId, now } = coming
  const fault = await sayingFault(pass.seat.id)
  if (fault) return fault
  if (announcedBytes > CHAT_LIMITS.fileBytes) return refuse('too-large')
  if (await sumFileBytes(pass.meeting.id) + announcedBytes > CHAT_LIMITS.meetingBytes) return refuse('meeting-full')
  const kept = await storeFile(content, { name, mostBytes: CHAT_LIMITS.fileBytes })
  return kept.ok ? handOverFile(pass, { id, itemId, file: kept.value, now }) : kept
}

/** The file of a message of the asker's meeting; null for whoever was never let in, or was sent away. */
export async function openMessageFile(pass: SeatPass, messageId: string): Promise<OpenedFile | null> {
  const current = await findSeat(pass.seat.id)
  if (!current || !mayReadRecord(current.seat)) return null
  const named = await findMessageFile(pass.meeting.id, messageId)
  return named && openNamed(named)
}

