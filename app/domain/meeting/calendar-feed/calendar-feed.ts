import { writeCalendarFeed, type CalendarFeed, type CalendarParty } from '#app/domain/calendar/icalendar.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { Meeting, Seat } from '../seat.ts'

export const FEED_DAYS_BACK = 30

export type FeedMeeting = {
  meeting: Meeting
  /** The one who booked first. */
  guests: Seat[]
  /** The meeting's page at the desk, with the address of the site. */
  href: string
}

/**
 * The host's meetings for a program that subscribes, under the UIDs of the invitations. Whose server reads a feed keeps
 * what stands in it, so it holds names and times and no key: each entry leads to the desk, which asks for sign-in.
 */
export function writeHostFeed(meetings: readonly FeedMeeting[], reader: { locale: Locale; organizer: CalendarParty }): string {
  const { locale, organizer } = reader
  const { calendarName: name } = messages(locale).desk.calendarFeed
  return writeCalendarFeed({ name, events: meetings.map((one) => toEvent(one, locale, organizer)) })
}

function toEvent({ meeting, guests, href }: FeedMeeting, locale: Locale, organizer: CalendarParty): CalendarFeed['events'][number] {
  const { mail } = messages(locale)
  const [booker, ...colleagues] = guests.map(({ name, companyName: company }) => (
    company === null ? name : fill(mail.guestWithCompany, { name, company })
  ))
  const { icsUid: uid, icsSequence: sequence, icsStampedAt: stampedAt, createdAt, startsAt, endsAt, title } = meeting
  return {
    uid, sequence, stampedAt, createdAt, startsAt, endsAt, organizer, attendees: [],
    summary: booker === undefined ? title : fill(mail.entry.host, { title, guest: booker }),
    description: [href, ...colleagues].join('\n'),
    joinUrl: href, isTentative: meeting.state === 'pending',
  }
}
