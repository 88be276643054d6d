import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { dayText, isoDate } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CopyField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { COMING_COUNT, type DeskDay } from '../../desk/desk.ts'
import type { OpenCounter } from '../../replies/reply.ts'
import { Asked, type AskedProposal } from './asked/asked.tsx'
import { BellSettings } from './door/door-bell.tsx'
import { FocusMeeting } from './focus-meeting.tsx'
import { MeetingList, MeetingsByDay } from './meeting-list.tsx'
import { guestsText, briefMoment, type Reader } from './words.ts'

export type TodayViewProps = {
  day: DeskDay
  /** Times that were proposed and wait for an answer. */
  proposals: AskedProposal[]
  /** Other times that calendars propose. */
  counters: OpenCounter[]
  /** Mails in our own mailbox that nobody understood. */
  kept: { count: number; mailbox: string }
  reader: Reader
  bookingLinks: { slug: string; title: string; url: string }[]
  /** present: examples can be removed. removed: they just were. */
  demo: 'present' | 'removed' | 'none'
}

export function TodayView({ day, proposals, counters, kept, reader, bookingLinks, demo }: TodayViewProps) {
  const { today } = messages(reader.locale).desk
  return (
    <div className="desk">
      <header className="desk-head">
        <h1>{today.title}</h1>
        <p className="soft desk-date">{dayText(reader.now, reader.timeZone, reader.locale)}</p>
      </header>
      {demo === 'removed' && <DemoNotice demo={demo} reader={reader} />}
      <AtTheDoor day={day} reader={reader} />
      <Undelivered day={day} reader={reader} />
      <Asked meetings={day.asked} proposals={proposals} counters={counters} reader={reader} />
      <Today day={day} reader={reader} />
      {demo === 'present' && <DemoNotice demo={demo} reader={reader} />}
      <MeetingsByDay title={today.comingTitle} meetings={day.coming} reader={reader} />
      {day.isComingCut && <p className="soft small">{fill(today.moreComing, { count: COMING_COUNT })}</p>}
      <BookingLinks links={bookingLinks} reader={reader} />
      <MeetingsByDay title={today.recentTitle} meetings={day.recent} reader={reader} isOver />
      <KeptMails kept={kept} reader={reader} />
    </div>
  )
}

function KeptMails({ kept, reader }: Pick<TodayViewProps, 'kept' | 'reader'>) {
  const { desk: texts } = messages(reader.locale).replies
  return kept.count > 0 && <p className="soft small">{fill(kept.count === 1 ? texts.keptOne : texts.kept, kept)}</p>
}

function Today({ day, reader }: Pick<TodayViewProps, 'day' | 'reader'>) {
  const { today } = messages(reader.locale).desk
  const { focus, earlier, rest } = day
  if (!focus && rest.length + day.coming.length === 0) return <NothingAhead day={day} reader={reader} />
  const isToday = (at: number) => isoDate(at, reader.timeZone) === isoDate(reader.now, reader.timeZone)
  const isFocusToday = focus !== null && (focus.isNow || isToday(focus.meeting.startsAt))
  return (
    <>
      {!isFocusToday && (
        <div className="desk-free">
          <h2>{earlier.length > 0 ? today.nothingLeftToday : today.nothingToday}</h2>
          {earlier.length === 0 && focus && <p className="soft">{today.nothingTodayText}</p>}
        </div>
      )}
      {focus && <FocusMeeting {...focus} isToday={isFocusToday} reader={reader} />}
      <BellSettings locale={reader.locale} />
      <MeetingList title={today.restOfToday} meetings={rest} reader={reader} />
      <MeetingList title={today.earlierToday} meetings={earlier} reader={reader} isOver />
    </>
  )
}

function NothingAhead({ day, reader }: Pick<TodayViewProps, 'day' | 'reader'>) {
  const { today } = messages(reader.locale).desk
  return (
    <>
      <div className="desk-free">
        <h2>{day.earlier.length > 0 ? today.nothingLeftToday : today.nothingAtAll}</h2>
        <p className="soft">{today.nothingAtAllText}</p>
        <p><a href={paths.deskHours()}>{today.seeHours}</a></p>
      </div>
      <BellSettings locale={reader.locale} />
      <MeetingList title={today.earlierToday} meetings={day.earlier} reader={reader} isOver />
    </>
  )
}

function AtTheDoor({ day: { atTheDoor }, reader }: Pick<TodayViewProps, 'day' | 'reader'>) {
  const { today } = messages(reader.locale).desk
  if (atTheDoor.length === 0) return null
  return (
    <Notice title={today.waitingTitle}>
      {atTheDoor.map(({ guest, hostSeatId }) => (
        <div className="desk-door" key={guest.seatId}>
          <p>{fill(today.waitingOne, { name: guestsText([guest], today, reader.locale) })}</p>
          <LinkButton href={paths.room(hostSeatId)}>{today.letIn}</LinkButton>
        </div>
      ))}
    </Notice>
  )
}

function Undelivered({ day: { undelivered }, reader }: Pick<TodayViewProps, 'day' | 'reader'>) {
  const { desk: { today }, delivery: { today: texts } } = messages(reader.locale)
  if (undelivered.length === 0) return null
  return (
    <Notice tone="caution" title={texts.title}>
      {undelivered.map(({ id, guests, startsAt }) => (
        <p key={id}>
          {fill(texts.one, { who: guestsText(guests, today, reader.locale), moment: briefMoment(startsAt, reader) })}
          {' '}<a href={`${paths.deskMeeting(id)}#mails`}>{texts.see}</a>
        </p>
      ))}
    </Notice>
  )
}

function BookingLinks({ links, reader }: { links: TodayViewProps['bookingLinks']; reader: Reader }) {
  const { common, desk: { today } } = messages(reader.locale)
  if (links.length === 0) return null
  return (
    <section className="desk-links" aria-labelledby="booking-links">
      <h2 id="booking-links">{today.bookingLink}</h2>
      {links.map(({ slug, title, url }) => <CopyField key={slug} id={`link-${slug}`} label={title} value={url} texts={common} />)}
    </section>
  )
}

function DemoNotice({ demo, reader }: Pick<TodayViewProps, 'demo' | 'reader'>) {
  const texts = messages(reader.locale).desk.demo
  if (demo === 'none') return null
  if (demo === 'removed') return <Notice isNews><p>{texts.removed}</p></Notice>
  return (
    <Notice title={texts.title}>
      <p>{texts.text}</p>
      <form method="post" action={paths.deskDemo()}><Button tone="quiet">{texts.remove}</Button></form>
    </Notice>
  )
}
