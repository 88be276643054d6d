import { isoInstant } from '#app/kernel/time.ts'

/** What a calendar on the web is told about a meeting. */
export type CalendarEntry = {
  title: string
  startsAt: number
  endsAt: number
  /** Where to go: the meeting's address. */
  location: string
  details: string
}

/** Opens Google Calendar with the entry filled in; nothing is sent until the visitor follows it. */
export function googleCalendarUrl(entry: CalendarEntry): string {
  const compact = (at: number) => isoInstant(at).replaceAll(/[-:]/g, '')
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: entry.title,
    dates: `${compact(entry.startsAt)}/${compact(entry.endsAt)}`,
    location: entry.location,
    details: entry.details,
  })
  return `https://calendar.google.com/calendar/render?${query}`
}

/** The same for Outlook on the web, with a work account. */
export function outlookCalendarUrl(entry: CalendarEntry): string {
  const query = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: entry.title,
    startdt: isoInstant(entry.startsAt),
    enddt: isoInstant(entry.endsAt),
    location: entry.location,
    body: entry.details,
  })
  return `https://outlook.office.com/calendar/deeplink/compose?${query}`
}
