import type { TurnUp } from '#app/domain/meeting/meeting.ts'
import { LATE_CHOICES } from '#app/domain/meeting/turn-up/turn-up.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { VisuallyHidden } from '#app/ui/time.tsx'
import { ChosenTime } from '../details/chosen-time.tsx'
import { sayMoment, sayWithWhom, type Clocks } from '../words.ts'

/** Everything that the page for saying whether one comes shows. Instants are epoch milliseconds. */
export type ComingState = Clocks & {
  now: number
  seatId: string
  title: string
  host: string
  hostTitle: string
  startsAt: number
  endsAt: number
  turnUp: TurnUp | null
  isAnswerable: boolean
  roomHref: string
  checkHref: string
  /** The one who booked can move it, a colleague can leave; null when it is too late for that. */
  wayOut: 'move' | 'leave' | null
}

/** Three answers, each one press. What was said stands above them, and another press changes it. */
export function ComingView({ state }: { state: ComingState }) {
  const { locale, host, startsAt, endsAt, now, seatId, isAnswerable, roomHref, checkHref } = state
  const { coming: texts, booked: { test } } = messages(locale).booking
  const hasBegun = startsAt <= now
  return (
    <div className="booked-page">
      <header className="booked-head">
        <h1>{isAnswerable ? (hasBegun ? texts.begunTitle : texts.title) : texts.offTitle}</h1>
        <p className="lede">{isAnswerable ? fill(hasBegun ? texts.begunLede : texts.lede, { host }) : texts.offText}</p>
      </header>
      <div className="booked-when">
        <div className="booked-time">
          <p className="times-host">{state.title} {sayWithWhom(state, locale)}</p>
          <ChosenTime startsAt={startsAt} endsAt={endsAt} clocks={state} now={now} isOff={!isAnswerable} />
          {isAnswerable && hasBegun && <p><LinkButton href={roomHref} size="large">{texts.room}</LinkButton></p>}
        </div>
      </div>
      {isAnswerable && <Said state={state} />}
      {isAnswerable && <Answers state={state} hasBegun={hasBegun} />}
      <p className="row">
        {isAnswerable && !hasBegun && <LinkButton href={roomHref} tone="plain">{texts.room}</LinkButton>}
        {isAnswerable && <LinkButton href={checkHref} tone="plain">{test}</LinkButton>}
        <LinkButton href={paths.booking(seatId)} tone="plain">{texts.toBooking}</LinkButton>
      </p>
    </div>
  )
}

function Said({ state }: { state: ComingState }) {
  const { turnUp, host, locale } = state
  const texts = messages(locale).booking.coming
  if (!turnUp) return null
  const { lateMinutes: minutes, answeredAt } = turnUp
  return (
    <div className="notice" role="status">
      <h2>{fill(minutes === 0 ? texts.saidComing : texts.saidLate, { minutes })}</h2>
      <p>{fill(texts.said, { host, moment: sayMoment(answeredAt, state) })}</p>
    </div>
  )
}

function Answers({ state, hasBegun }: { state: ComingState; hasBegun: boolean }) {
  const { locale, turnUp, wayOut } = state
  const texts = messages(locale).booking.coming
  const said = turnUp?.lateMinutes
  return (
    <form method="post" className="coming">
      {!hasBegun && (
        <Button name="intent" value="coming" size="large" aria-pressed={said === 0} tone={said === undefined || said === 0 ? undefined : 'quiet'}>
          {texts.yes}
        </Button>
      )}
      <fieldset className="coming-late">
        <legend>{texts.lateTitle}</legend>
        <div className="row">
          {LATE_CHOICES.map((minutes) => (
            <Button key={minutes} name="late" value={minutes} tone={said === minutes ? undefined : 'quiet'} aria-pressed={said === minutes}>
              <span aria-hidden="true">{fill(texts.late, { minutes })}</span>
              <VisuallyHidden>{fill(texts.lateNamed, { minutes })}</VisuallyHidden>
            </Button>
          ))}
        </div>
      </fieldset>
      {wayOut && (
        <div className="coming-out">
          <p>{texts.otherTitle}</p>
          <Button name="intent" value="move" tone="quiet">{texts[wayOut]}</Button>
        </div>
      )}
    </form>
  )
}
