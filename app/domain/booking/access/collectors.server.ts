import type { KnownPerson } from './known-person.server.ts'
import { collectAgendas, collectChat, collectCorrections, collectNextSteps } from './written.server.ts'
import { collectBookings, collectPerson, collectSeats } from './who.server.ts'
import { collectAttendance, collectConsents, collectMails, collectReminders, collectReplies } from './happened.server.ts'
import { collectFiles, collectHostNotes, collectNotes, collectSpoken } from './private.server.ts'
import { collectUnbooked } from './unbooked.server.ts'

/**
 * Reads what is kept about a person under one noun, for the consultant who asks. Secrets of links, devices and rooms are
 * nobody's data and stay out.
 */
export type Collector = (known: KnownPerson, askerId: string) => Promise<unknown>

/** What a file of access holds, a function a noun. Whatever new thing is kept about people is added here. */
export const COLLECTORS: Record<string, Collector> = {
  person: collectPerson,
  bookings: collectBookings,
  seats: collectSeats,
  agendas: collectAgendas,
  notes: collectNotes,
  hostNotes: collectHostNotes,
  speakingTime: collectSpoken,
  files: collectFiles,
  chat: collectChat,
  corrections: collectCorrections,
  nextSteps: collectNextSteps,
  replies: collectReplies,
  reminders: collectReminders,
  mails: collectMails,
  attendance: collectAttendance,
  recordingConsents: collectConsents,
  beforeBooking: collectUnbooked,
}
