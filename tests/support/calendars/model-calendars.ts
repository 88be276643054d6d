import { isLater, readItip, type CalendarMail, type ItipMessage } from './calendar-mail.ts'

/** What one person's calendar shows of a message it took. */
export type Entry = Pick<ItipMessage, 'uid' | 'starts' | 'ends' | 'summary' | 'url' | 'attendees'> & { isOff: boolean }

/** Reads one mail after the other for the owner of an address, and says what the calendar then shows. */
export type ModelCalendar = (owner: string, mails: readonly CalendarMail[]) => Entry[]

/**
 * What is known of a UID: the last message that was taken. A message that is not later than it changes nothing, so a
 * calendar has to remember what it has taken away, or a late invitation would bring it back.
 */
type Known = Map<string, { message: ItipMessage; isOff: boolean }>

/**
 * Gmail's rules, as far as others have written them down. It reads the part beside the text, whose Content-Type has to
 * name the METHOD of the body (RFC 6047 §2.4), and loads an event for whoever stands in it by the very address that the
 * mail went to; a request without an organizer is "Unknown organizer" (pretix#3211). What is cancelled is kept, and hidden.
 */
export const gmailLike: ModelCalendar = (owner, mails) => {
  const known: Known = new Map()
  for (const { to, declaredMethod, alternative } of mails) {
    const message = alternative === null ? null : readItip(alternative)
    if (!message || to !== owner || message.method !== declaredMethod || !message.organizer || !message.attendees.includes(owner)) continue
    take(known, message)
  }
  return shown(known).filter((entry) => !entry.isOff)
}

/**
 * Outlook's: without METHOD, or with another one in the header, it is "not supported calendar message.ics"
 * (ical-generator#534). A request whose organizer is the reader becomes an entry of their own (sendgrid-csharp#907). A
 * REQUEST stays, whatever its STATUS says (ical-generator#86); CANCEL alone takes back, and leaves "Canceled:" behind.
 * The organizer of a UID never changes (sabre-io/vobject#433). The mail's text is the entry's body (TbSync#439).
 */
export const outlookLike: ModelCalendar = (owner, mails) => {
  const known: Known = new Map()
  const own: Entry[] = []
  for (const { declaredMethod, alternative, text } of mails) {
    const message = alternative === null ? null : readItip(alternative)
    if (!message || message.method !== declaredMethod || text.trim() === '') continue
    if (message.organizer.toLowerCase() === `mailto:${owner}`) own.push({ ...entryOf(message, false), uid: `own-${own.length}` })
    else if ((known.get(message.uid)?.message.organizer ?? message.organizer) === message.organizer) take(known, message)
  }
  return [...shown(known).filter((entry) => !entry.isOff), ...own]
}

/**
 * Apple's: both the part and the file are read, one after the other (nodemailer#1185). An instant that is neither in UTC nor in a zone the
 * file describes is read on the reader's clock. A CANCEL takes the entry away when the meeting is off, or when it names
 * the reader among those who are removed.
 */
export const appleLike: ModelCalendar = (owner, mails) => {
  const known: Known = new Map()
  const copies = mails.flatMap(({ alternative, attachment }) => [alternative, attachment])
  for (const message of copies.flatMap((ics) => (ics === null ? [] : readItip(ics)))) {
    const isForAnother = message.method === 'CANCEL' && message.status !== 'CANCELLED' && !message.attendees.includes(owner)
    if (!isForAnother && message.starts.endsWith('Z') && message.ends.endsWith('Z')) take(known, message)
  }
  return shown(known).filter((entry) => !entry.isOff)
}

/** The worst one: it knows nothing any more of what it took away, and takes whatever comes for an unknown UID. */
export const forgetful: ModelCalendar = (_owner, mails) => {
  const known: Known = new Map()
  for (const { alternative } of mails) {
    if (alternative === null) continue
    const message = readItip(alternative)
    take(known, message)
    if (known.get(message.uid)?.isOff) known.delete(message.uid)
  }
  return shown(known)
}

function take(known: Known, message: ItipMessage): void {
  const before = known.get(message.uid)
  if (before && !isLater(message, before.message)) return
  known.set(message.uid, { message, isOff: message.method === 'CANCEL' })
}

function shown(known: Known): Entry[] {
  return [...known.values()].map(({ message, isOff }) => entryOf(message, isOff))
}

function entryOf({ uid, starts, ends, summary, url, attendees }: ItipMessage, isOff: boolean): Entry {
  return { uid, starts, ends, summary, url, attendees, isOff }
}
