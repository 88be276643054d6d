import type { SeatRole } from './meeting.ts'

/** A file that was handed over; the bytes are read by the message's id. */
export type ChatFile = { name: string; type: string; bytes: number }

/** `number` orders the messages of a meeting, from 1 on; `at` in epoch milliseconds. A message with a file has no text. */
export type ChatMessage = {
  id: string
  number: number
  seatId: string
  name: string
  role: SeatRole
  text: string
  /** The item that the meeting was at; null between items, and of a meeting held before messages knew. */
  itemId: string | null
  file: ChatFile | null
  at: number
}
