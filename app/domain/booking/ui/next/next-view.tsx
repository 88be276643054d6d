import { sayKind } from '#app/domain/meeting/ui/door/say-kind.ts'
import type { SeatRole } from '#app/domain/meeting/meeting.ts'
import type { NextKind, NextMeeting } from '#app/domain/meeting/next-meeting.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages, type Messages } from '#app/i18n/messages.ts'
import { momentText } from '#app/i18n/moment-text.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { isoInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import type { NextRefusal } from '../../next/next.ts'

export type NextFault = NextRefusal | 'too-many' | 'none-chosen'

/** Everything that the page of the next meeting shows. Instants are epoch milliseconds. */
export type NextState = {
  locale: Locale
  timeZone: string
  seatId: string
  role: SeatRole
  isOver: boolean
  title: string
  host: string
  booked: NextMeeting['booked']
  times: number[]
  /** The times are those that the host proposes. */
  hasProposed: boolean
  isOffered: boolean
  /** The times begin later than this; null: from the first. */
  after: number | null
  /** What the host may offer, and which of those the times are for; what was offered. */
  kinds: NextKind[]
  asked: string | null
  kind: NextKind | null
  canOffer: boolean
  canBook: boolean
  refused: NextFault | null
}

/** The next meeting by plain forms: the host offers times, a guest books one, and after the end either does. */
export function NextView({ state }: { state: NextState }) {
  const { locale, title, booked, refused, seatId, isOver, canOffer, canBook, role } = state
  const { after: { next: texts }, room: { nextMeeting: next } } = messages(locale)
  return (
    <div className="next-page">
      <header className="summary-head">
        <h1>{next.title}</h1>
        <p className="lede">{fill(texts.lede, { title })}</p>
      </header>
      {refused && <Notice tone="danger" isNews><p>{sayRefusal(refused, next)}</p></Notice>}
      {booked && <Booked state={state} booked={booked} />}
      {!booked && canOffer && <><KindForm state={state} /><OfferForm state={state} /></>}
      {!booked && !canOffer && canBook && <BookForm state={state} />}
      {!booked && !canOffer && !canBook && <p>{role === 'guest' && !isOver ? texts.wait : next.refusals['not-open']}</p>}
      <p><LinkButton tone="plain" href={isOver ? paths.roomSummary(seatId) : paths.room(seatId)}>{isOver ? texts.toSummary : texts.toRoom}</LinkButton></p>
    </div>
  )
}

type BookedProps = { state: NextState; booked: NonNullable<NextState['booked']> }

function Booked({ state: { locale, timeZone }, booked: { startsAt, endsAt, isPending } }: BookedProps) {
  const { nextMeeting: next } = messages(locale).room
  return (
    <section aria-labelledby="next-booked" className="next-booked">
      <h2 id="next-booked">{isPending ? next.pending : next.booked}</h2>
      <p className="next-when">
        <Time at={startsAt} zone={timeZone} locale={locale} as="long-day" />, <Time at={startsAt} zone={timeZone} locale={locale} as="clock" />–
        <Time at={endsAt} zone={timeZone} locale={locale} as="clock" />
      </p>
      <p className="soft">{isPending ? next.pendingText : next.bookedText}</p>
    </section>
  )
}

/** Times are of one kind of meeting: another one is shown on a page of its own. */
function KindForm({ state: { locale, kinds, asked } }: { state: NextState }) {
  const { after: { next: texts }, room: { nextMeeting: next } } = messages(locale)
  if (kinds.length < 2) return null
  const options = kinds.map((kind) => ({ value: kind.key, label: sayKind(kind, locale, next) }))
  return (
    <form className="next-kind">
      <Select id="kind" name="kind" label={next.kind} options={options} defaultValue={asked ?? undefined} />
      <Button tone="quiet">{texts.showTimes}</Button>
    </form>
  )
}

function OfferForm({ state }: { state: NextState }) {
  const { locale, times, isOffered, hasProposed, asked } = state
  const { nextMeeting: next } = messages(locale).room
  return (
    <form method="post" className="next-form">
      {asked && <input type="hidden" name="kind" value={asked} />}
      {isOffered && <p role="status">{hasProposed ? next.waiting : next.waitingPick}</p>}
      <fieldset className="next-choices">
        <legend>{next.hostLede}</legend>
        {times.map((at) => (
          <label key={at} className="next-choice">
            <input type="checkbox" name="start" value={isoInstant(at)} />
            <span>{momentText(at, state.timeZone, state.locale)}</span>
          </label>
        ))}
      </fieldset>
      <Pages state={state} />
      <div className="row">
        {times.length > 0 && <Button name="intent" value="offer">{next.propose}</Button>}
        <Button tone="quiet" name="intent" value="let-pick">{next.letPick}</Button>
      </div>
    </form>
  )
}

function BookForm({ state }: { state: NextState }) {
  const { locale, times, role, hasProposed, host, kind } = state
  const { after: { next: texts }, room: { nextMeeting: next } } = messages(locale)
  const lede = role === 'host' ? texts.hostAfter : hasProposed ? fill(next.guestProposed, { host }) : next.guestPick
  return (
    <form method="post" className="next-form">
      <p>{lede}</p>
      {kind && <p className="next-what">{sayKind(kind, locale, next)}</p>}
      {kind && <input type="hidden" name="kind" value={kind.key} />}
      <input type="hidden" name="intent" value="book" />
      <ul className="next-times">
        {times.map((at) => (
          <li key={at}><Button tone="quiet" name="start" value={isoInstant(at)}>{fill(next.book, { time: momentText(at, state.timeZone, state.locale) })}</Button></li>
        ))}
      </ul>
      <Pages state={state} />
    </form>
  )
}

function Pages({ state: { locale, times, after, seatId, hasProposed, canOffer, asked } }: { state: NextState }) {
  const { after: { next: texts }, room: { nextMeeting: next } } = messages(locale)
  const last = times.at(-1)
  const kind = canOffer && asked ? { kind: asked } : {}
  const first = <a href={paths.roomNext(seatId, kind)}>{texts.first}</a>
  if (last === undefined) return <p>{after === null ? next.none : <>{texts.none} {first}</>}</p>
  return (
    <p className="row">
      {after !== null && first}
      {(canOffer || !hasProposed || after !== null) && (
        <a href={paths.roomNext(seatId, { after: isoInstant(last), ...kind })}>{next.later}</a>
      )}
    </p>
  )
}

function sayRefusal(reason: NextFault, { refusals }: Messages['room']['nextMeeting']): string {
  const known = Object.entries(refusals).find(([name]) => name === reason)
  return known ? known[1] : refusals.other
}
