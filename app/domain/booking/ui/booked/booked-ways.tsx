import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import type { BookedState } from './booked-state.ts'

/** Ways into a calendar for those whose mail does not bring the invitation there. */
export function CalendarChoices({ booked: { locale, calendars } }: { booked: Pick<BookedState, 'locale' | 'calendars'> }) {
  const texts = messages(locale).booking.booked.calendar
  return (
    <section className="booked-part">
      <h2>{texts.title}</h2>
      <ul className="row calendar-choices">
        <li><a href={calendars.google} target="_blank" rel="noopener noreferrer">{texts.google}</a></li>
        <li><a href={calendars.outlook} target="_blank" rel="noopener noreferrer">{texts.outlook}</a></li>
        <li><a href={calendars.file} download>{texts.file}</a></li>
      </ul>
    </section>
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
          <form method="post" className="stack">
            <p>{fill(texts.sure, { host })}</p>
            <p><Button name="intent" value="cancel" tone="danger">{texts.yes}</Button></p>
          </form>
        </details>
      </div>
    </section>
  )
}

/** Being told of earlier times, and no longer. It reserves nothing. */
export function EarlierTimes({ booked: { locale, host, isWaiting } }: { booked: BookedState }) {
  const texts = messages(locale).reservation.earlier
  return (
    <section className="booked-part" id="earlier">
      <h2>{texts.title}</h2>
      <p className="soft">{isWaiting ? texts.waiting : fill(texts.text, { host })}</p>
      <form method="post">
        <Button name="intent" value={isWaiting ? 'stop-waiting' : 'wait'} tone="quiet">{isWaiting ? texts.stop : texts.start}</Button>
      </form>
    </section>
  )
}
