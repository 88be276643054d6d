import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { clockText } from '#app/kernel/time.ts'
import { ChosenTime } from '../details/chosen-time.tsx'
import type { DetailsState } from '../details/details-state.ts'

type LookInMailProps = {
  state: DetailsState
  awaited: NonNullable<DetailsState['awaited']>
  times: { startsAt: number; endsAt: number }
}

/** The booking waits for a link in a mail: what to do now, and until when. */
export function LookInMail({ state, awaited, times }: LookInMailProps) {
  const { locale, zone, offer } = state
  const texts = messages(locale).reservation.confirm
  const words = { email: awaited.email, until: clockText(awaited.expiresAt, zone, locale) }
  return (
    <div className="booked-page">
      <div className="booked-head" role="status" tabIndex={-1} data-focus="">
        <h1>{texts.lookTitle}</h1>
        <p className="lede">{fill(texts.lookText, words)}</p>
        <p>{fill(awaited.isHeld ? texts.held : texts.loose, words)}</p>
      </div>
      <div className="booked-when">
        <div className="booked-time">
          <p className="times-host">{fill(messages(locale).booking.pageTitle, { title: offer.title, host: offer.host })}</p>
          <ChosenTime {...times} clocks={state} now={state.now} />
        </div>
      </div>
      <p className="soft">{texts.notThere}</p>
    </div>
  )
}
