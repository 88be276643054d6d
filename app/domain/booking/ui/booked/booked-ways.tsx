import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { BookedState } from './booked-state.ts'

type KeepMeetingProps = { booked: Pick<BookedState, 'locale' | 'calendars' | 'checkHref'>; hasCalendars: boolean }

/** What makes sure that one comes: the calendar, for those whose mail does not bring the invitation there, and a try of the camera. */
export function KeepMeeting({ booked: { locale, calendars, checkHref }, hasCalendars }: KeepMeetingProps) {
  const { calendar, test, testTitle, testHint } = messages(locale).booking.booked
  const newTab = { tone: 'quiet', target: '_blank', rel: 'noopener noreferrer' } as const
  return (
    <div className="booked-keep">
      {hasCalendars && (
        <section aria-labelledby="keep-calendar">
          <h2 id="keep-calendar">{calendar.title}</h2>
          <ul className="calendar-choices">
            <li><LinkButton {...newTab} href={calendars.google}>{calendar.google}</LinkButton></li>
            <li><LinkButton {...newTab} href={calendars.outlook}>{calendar.outlook}</LinkButton></li>
            <li><LinkButton tone="quiet" href={calendars.file} download>{calendar.file}</LinkButton></li>
          </ul>
        </section>
      )}
      <section aria-labelledby="keep-test">
        <h2 id="keep-test">{testTitle}</h2>
        <p className="soft small">{testHint}</p>
        <p><LinkButton tone="quiet" href={checkHref}>{test}</LinkButton></p>
      </section>
    </div>
  )
}

/** Moving and calling off. Following a link does neither; calling off is asked about once more. */
export function ChangeBooking({ booked: { locale, seatId, host, approval } }: { booked: BookedState }) {
  const { booking, asking } = messages(locale)
  const texts = { ...booking.booked.change, ...(approval === 'pending' ? asking.booked.change : {}) }
  return (
    <section className="booked-part">
      <h2>{texts.title}</h2>
      <div className="change-ways">
        <LinkButton href={paths.bookingMove(seatId)} tone="quiet">{texts.move}</LinkButton>
        <details className="cancel">
          <summary>{texts.cancel}</summary>
          <form method="post" action={paths.booking(seatId)} className="stack">
            <p>{fill(texts.sure, { host })}</p>
            <p><Button name="intent" value="cancel" tone="danger">{texts.yes}</Button></p>
          </form>
        </details>
      </div>
    </section>
  )
}

/** Being told of earlier times, and no longer. It reserves nothing. */
export function EarlierTimes({ booked: { locale, seatId, host, isWaiting } }: { booked: BookedState }) {
  const texts = messages(locale).reservation.earlier
  return (
    <section className="booked-part" id="earlier">
      <h2>{texts.title}</h2>
      <p className="soft">{isWaiting ? texts.waiting : fill(texts.text, { host })}</p>
      <form method="post" action={paths.booking(seatId)}>
        <Button name="intent" value={isWaiting ? 'stop-waiting' : 'wait'} tone="quiet">{isWaiting ? texts.stop : texts.start}</Button>
      </form>
    </section>
  )
}
