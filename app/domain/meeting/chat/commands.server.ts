import { eq } from 'drizzle-orm'
import { invariant } from '#app/kernel/invariant.ts'
import { ok, refuse, type Refusal, type Result } from '#app/kernel/result.ts'
import { cleanText } from '#app/kernel/text.ts'
import { publish } from '#app/platform/feed.server.ts'
import { transaction, type Transaction } from '#db/client.server.ts'
import { chat, chatMessage } from '#db/schema.server.ts'
import { runningFault } from '../door/decide.server.ts'
import { findSeat } from '../queries.server.ts'
import type { SeatPass } from '../seat.ts'
import { CHAT_LIMITS, mayHear, textFault, type ChatRefusal } from './chat.ts'
import type { ChatFile } from '../message.ts'
import { sumFileBytes } from './queries.server.ts'

/** A message that was taken in: its place among the others, and when by the server's clock (epoch milliseconds). */
export type Said = { number: number; at: number }

export type StoredFile = ChatFile & { hash: string }

/** `itemId`: where the agenda is, as whoever asks has read it. */
type NewMessage = { id: string; text: string; itemId?: string | null; file?: StoredFile; now: number }

/** The feed's topic for what is said in one meeting; each notification is the newest number. */
export function chatTopic(meetingId: string): string {
  return `chat:${meetingId}`
}

/**
 * Says something to everybody in the meeting. Messages of one meeting take turns, so that who has read up to a number has
 * read all before it. The same id from the same seat again gives the same answer: a browser may post until it hears one.
 */
export async function sayInChat(pass: SeatPass, wanted: Omit<NewMessage, 'file'>): Promise<Result<Said, ChatRefusal>> {
  const fault = textFault(wanted.text)
  return fault ? refuse(fault) : addMessage(pass, { ...wanted, text: cleanText(wanted.text) })
}

/** Hands over a file that is stored already, as a message of its own. */
export function handOverFile(
  pass: SeatPass, file: Omit<NewMessage, 'text'>,
): Promise<Result<Said, ChatRefusal>> {
  return addMessage(pass, { ...file, text: '' })
}

/** May this seat say something now? Asked again under the lock; this one saves a long upload that leads to nothing. */
export async function sayingFault(seatId: string, on?: Transaction): Promise<Refusal<ChatRefusal> | null> {
  const current = await findSeat(seatId, on)
  if (!current || current.seat.door === 'removed') return refuse('not-allowed')
  if (runningFault(current.meeting)) return refuse('meeting-over')
  return mayHear(current.seat) ? null : refuse('not-admitted')
}

function addMessage(pass: SeatPass, message: NewMessage): Promise<Result<Said, ChatRefusal>> {
  const meetingId = pass.meeting.id
  return transaction(async (tx) => {
    const last = await lockChat(tx, meetingId)
    const fault = await sayingFault(pass.seat.id, tx)
    if (fault) return fault
    const repeated = await findRepeated(tx, pass, message.id)
    if (repeated) return repeated
    if (last >= CHAT_LIMITS.messages) return refuse('too-many')
    if (message.file && await sumFileBytes(meetingId, tx) + message.file.bytes > CHAT_LIMITS.meetingBytes) return refuse('meeting-full')
    return append(tx, pass, { ...message, number: last + 1 })
  })
}

async function append(
  tx: Transaction, { meeting: { id: meetingId }, seat: { id: seatId } }: SeatPass, { id, text, itemId, file, now, number }: NewMessage & Pick<Said, 'number'>,
): Promise<Result<Said, ChatRefusal>> {
  const handedOver = file && { fileHash: file.hash, fileName: file.name, fileType: file.type, fileBytes: file.bytes }
  const [row] = await tx.insert(chatMessage).values({ id, meetingId, number, seatId, text, itemId, ...handedOver, at: new Date(now) })
    .onConflictDoNothing({ target: chatMessage.id }).returning({ id: chatMessage.id })
  // Another meeting may have the id; ids are random, so only a forged one is.
  if (!row) return refuse('already-there')
  await tx.update(chat).set({ lastNumber: number }).where(eq(chat.meetingId, meetingId))
  await publish(tx, chatTopic(meetingId), String(number))
  return ok({ number, at: now })
}

/** @returns the number of the newest message. */
async function lockChat(tx: Transaction, meetingId: string): Promise<number> {
  await tx.insert(chat).values({ meetingId }).onConflictDoNothing()
  const [row] = await tx.select({ lastNumber: chat.lastNumber }).from(chat).where(eq(chat.meetingId, meetingId)).for('update')
  invariant(row, 'it was just made')
  return row.lastNumber
}

async function findRepeated(tx: Transaction, pass: SeatPass, id: string): Promise<Result<Said, ChatRefusal> | null> {
  const [row] = await tx.select().from(chatMessage).where(eq(chatMessage.id, id))
  if (!row) return null
  return row.seatId === pass.seat.id ? ok({ number: row.number, at: row.at.getTime() }) : refuse('already-there')
}
