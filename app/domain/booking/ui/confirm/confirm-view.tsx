import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { SlotRefusal } from '../../booking.ts'
import { ChosenTime } from '../details/chosen-time.tsx'
import { NearestTimes } from '../times/slot-days.tsx'
import { sayMoment, type Clocks } from '../words.ts'

/** Everything that the page behind the mail's link shows. Instants are epoch milliseconds. */
export type ConfirmState = Clocks & {
  now: number
  /** Null when nothing waits any more. */
  waiting: { title: string; slug: string; host: string; name: string; startsAt: number; endsAt: number } | null
  /** Why the time can't be had any more, and those nearest to it. */
  refused: { reason: SlotRefusal; nearest: number[] } | null
}

/** One button that books. Opening the page books nothing, for programs open the links of mails too. */
export function ConfirmView({ state }: { state: ConfirmState }) {
  const { locale, waiting, refused, zone } = state
  const { reservation: { confirm: texts }, booking } = messages(locale)
  if (!waiting) {
    return (
      <div className="details-page stack">
        <h1>{texts.goneTitle}</h1>
        <p>{texts.goneText}</p>
        <p><LinkButton href={paths.front(locale)}>{booking.details.toTimes}</LinkButton></p>
      </div>
    )
  }
  const { title, slug, host, name, startsAt, endsAt } = waiting
  return (
    <div className="booked-page" data-off={refused ? true : undefined}>
      <header className="booked-head">
        <h1>{texts.title}</h1>
        {!refused && <p className="lede">{fill(texts.text, { name, host })}</p>}
      </header>
      <div className="booked-when">
        <div className="booked-time">
          <p className="times-host">{fill(booking.pageTitle, { title, host })}</p>
          <ChosenTime startsAt={startsAt} endsAt={endsAt} clocks={state} now={state.now} isOff={refused !== null} />
          {!refused && <form method="post"><Button size="large">{texts.submit}</Button></form>}
        </div>
      </div>
      {refused && (
        <Notice tone="caution" isNews title={fill(booking.refusal[refused.reason].title, { moment: sayMoment(startsAt, state) })}>
          <p>{refused.nearest.length > 0 ? booking.nearest : booking.noneLeft}</p>
          <form method="post"><NearestTimes starts={refused.nearest} clocks={state} /></form>
          <p><a href={paths.book(locale, slug, { zone })}>{booking.details.change}</a></p>
        </Notice>
      )}
    </div>
  )
}
