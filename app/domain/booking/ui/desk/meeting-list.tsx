import { messages } from '#app/i18n/messages.ts'
import { dayText, isoDate } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Time } from '#app/ui/time.tsx'
import type { DeskMeeting } from '../../desk/desk.ts'
import { ReplyWord } from './replies/guest-reply.tsx'
import { TurnUps } from './turn-up.tsx'
import { guestsText, type Reader } from './words.ts'

type MeetingListProps = {
  title: string
  meetings: readonly DeskMeeting[]
  reader: Reader
  /** Past meetings say what became of them, and no longer how their mails went. */
  isOver?: boolean
}

/** Meetings of one day; nothing at all when there are none. */
export function MeetingList({ title, meetings, reader, isOver }: MeetingListProps) {
  if (meetings.length === 0) return null
  return (
    <section className="desk-day">
      <h2>{title}</h2>
      <Lines meetings={meetings} reader={reader} isOver={isOver} />
    </section>
  )
}

/** Meetings under a heading for each of their days, in the order that they come in. */
export function MeetingsByDay({ title, meetings, reader, isOver }: MeetingListProps) {
  if (meetings.length === 0) return null
  const { timeZone, locale } = reader
  const dates = [...new Set(meetings.map(({ startsAt }) => isoDate(startsAt, timeZone)))]
  return (
    <section className="desk-day">
      <h2>{title}</h2>
      {dates.map((date) => {
        const own = meetings.filter(({ startsAt }) => isoDate(startsAt, timeZone) === date)
        return (
          <div className="desk-date-group" key={date}>
            <h3>{dayText(own[0]?.startsAt ?? 0, timeZone, locale)}</h3>
            <Lines meetings={own.toSorted((one, other) => one.startsAt - other.startsAt)} reader={reader} isOver={isOver} />
          </div>
        )
      })}
    </section>
  )
}

/** How the mails of the meeting went, after what else is said of it. */
export function MailWord({ meeting, reader }: { meeting: DeskMeeting; reader: Reader }) {
  const { mail } = messages(reader.locale).desk
  return <span data-mail={meeting.mail}> · {mail[meeting.mail]}</span>
}

function Lines({ meetings, reader, isOver = false }: Omit<MeetingListProps, 'title'>) {
  return (
    <ul className="desk-meetings">
      {meetings.map((meeting) => <Line key={meeting.id} meeting={meeting} reader={reader} isOver={isOver} />)}
    </ul>
  )
}

function Line({ meeting, reader, isOver }: { meeting: DeskMeeting; reader: Reader; isOver: boolean }) {
  const { locale, timeZone: zone } = reader
  const { today, state } = messages(locale).desk
  return (
    <li data-off={meeting.state === 'cancelled' ? '' : undefined}>
      <Time className="desk-meeting-time" at={meeting.startsAt} zone={zone} locale={locale} as="clock" />
      <a href={paths.deskMeeting(meeting.id)}>{guestsText(meeting.guests, today, locale)}</a>
      {!isOver && meeting.state !== 'cancelled' && <TurnUps guests={meeting.guests} reader={reader} />}
      <p className="soft small">
        {meeting.title}
        {!(isOver && meeting.state === 'scheduled') && ` · ${state[meeting.state]}`}
        {!isOver && meeting.state !== 'cancelled' && <MailWord meeting={meeting} reader={reader} />}
        {!isOver && meeting.state !== 'cancelled' && <ReplyWord partstat={meeting.reply} reader={reader} />}
      </p>
    </li>
  )
}
