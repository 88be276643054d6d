import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ChangeRefusal } from '../../booking.ts'
import type { DayPage } from '../times/day-page.ts'
import { DayPaging } from '../times/day-paging.tsx'
import { NearestTimes, SlotDays } from '../times/slot-days.tsx'
import { ZoneChoice } from '../times/zone-choice.tsx'
import { sayMoment } from '../words.ts'

/** Everything that the page for moving a booking shows. Instants are epoch milliseconds. */
export type MoveState = {
  locale: Locale
  seatId: string
  zone: string
  hostZone: string
  now: number
  host: string
  startsAt: number
  isChangeable: boolean
  page: DayPage
  /** The time that a mail led to, and those nearest to it when it is taken. */
  marked: { at: number; isFree: boolean; nearest: number[] } | null
  /** A time that was asked for and can't be had. */
  refused: { at: number; reason: ChangeRefusal; nearest: number[] } | null
}

/** Free times to move a booking to: one press moves it. */
export function MoveView({ state }: { state: MoveState }) {
  const { locale, seatId, zone, page, host } = state
  const texts = messages(locale).booking
  const home = paths.booking(seatId)
  if (!state.isChangeable) {
    return (
      <div className="details-page stack">
        <h1>{texts.move.closed}</h1>
        <p>{texts.booked.change.refused}</p>
        <p><a href={home}>{texts.move.backClosed}</a></p>
      </div>
    )
  }
  return (
    <div className="times-page">
      <header className="times-head">
        <h1>{texts.move.title}</h1>
        <p className="times-host">{fill(texts.move.now, { moment: sayMoment(state.startsAt, state) })}</p>
        <p>{fill(texts.move.text, { host })}</p>
        <p><a href={home}>{texts.move.back}</a></p>
      </header>
      <div className="times-body">
        <ZoneChoice clocks={state} now={state.now} example={page.days[0]?.starts[0] ?? null} />
        {page.days.length === 0 && <Notice title={texts.times.none}><p>{texts.times.noneHint}</p></Notice>}
        <form method="post" action={paths.bookingMove(seatId, { zone })} className="times-form" aria-label={texts.times.listLabel}>
          {state.refused && <Refused state={state} refused={state.refused} />}
          {!state.refused && state.marked && <Marked state={state} marked={state.marked} />}
          <SlotDays days={page.days} clocks={state} markedAt={state.marked?.isFree ? state.marked.at : null} />
        </form>
        <DayPaging locale={locale} page={page} hrefFrom={(from) => paths.bookingMove(seatId, { from, zone })} />
      </div>
    </div>
  )
}

function Refused({ state, refused }: { state: MoveState; refused: { at: number; reason: ChangeRefusal; nearest: number[] } }) {
  const texts = messages(state.locale).booking
  const { at, reason, nearest } = refused
  if (reason === 'no-such-booking' || reason === 'not-changeable') return null
  return (
    <div className="notice" data-tone="caution" role="alert" tabIndex={-1} data-focus="">
      <h2>{fill(texts.refusal[reason].title, { moment: sayMoment(at, state) })}</h2>
      <p>{nearest.length > 0 ? texts.nearestMove : texts.noneLeft}</p>
      <NearestTimes starts={nearest} clocks={state} />
    </div>
  )
}

/** What the mail about an earlier time led to. Nothing was reserved, so it may be gone. */
function Marked({ state, marked: { at, isFree, nearest } }: { state: MoveState; marked: NonNullable<MoveState['marked']> }) {
  const texts = messages(state.locale).reservation.earlier
  const moment = sayMoment(at, state)
  if (isFree) {
    return (
      <div className="notice">
        <h2>{fill(texts.free, { moment })}</h2>
        <p><Button name="start" value={isoInstant(at)}>{texts.take}</Button></p>
      </div>
    )
  }
  return (
    <div className="notice" data-tone="caution">
      <h2>{fill(texts.gone, { moment })}</h2>
      <p>{texts.goneText}</p>
      <NearestTimes starts={nearest} clocks={state} />
    </div>
  )
}
