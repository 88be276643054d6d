import type { CalendarMethod, CalendarParty } from '#app/domain/calendar/icalendar.ts'
import type { MailFacts } from '#app/domain/booking/mail-facts.ts'

/** The recipient's own links, complete with the address of the site. */
export type MailLinks = {
  room: string
  /** Where camera, sound and network are checked in good time. */
  check: string
  /** The guest's booking, the host's desk. */
  manage: string
  bookNext: string
  /** The page of free times with this one (epoch milliseconds) marked. */
  timeAt: (startsAt: number) => string
  /** The page on which the booking moves, with this time marked. */
  moveAt: (startsAt: number) => string
  /** The same page with no time marked. */
  move: string
  /** The guest's page to say whether they come. */
  coming: string
  summary: string
  /** Where the meeting after this one is booked, with what was left open. */
  next?: string
  /** The next step that is due, on the summary's page. */
  step?: string
  /** Where the host makes a link with times for one person. */
  offer?: string
  /** Where the recipient says that an answer was theirs. */
  answer?: string
  /** Six digits that let the recipient in on another device. */
  code?: string
}

export type MailInput = { facts: MailFacts; links: MailLinks; organizer: CalendarParty }

/** One mail in words, without its envelope. */
export type ComposedMail = {
  subject: string
  text: string
  html: string
  /** The invitation, its update or its cancellation, by the same METHOD inside and outside. */
  ics: { method: CalendarMethod; content: string } | null
  /** Who reads a reply by mail; null: the organizer, as calendars expect. */
  replyTo: CalendarParty | null
}
