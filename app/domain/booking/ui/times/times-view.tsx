import { fill } from '#app/i18n/fill.ts'
import { durationText } from '#app/i18n/duration-text.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { isoInstant, MINUTE_MS } from '#app/kernel/time.ts'
import { MARKED_TIME, paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { DayPage } from './day-page.ts'
import { isClockChanged, sayMoment, type Clocks } from '../words.ts'
import { DayPaging } from './day-paging.tsx'
import { NearestTimes, SlotDays } from './slot-days.tsx'
import { ZoneChoice } from './zone-choice.tsx'

/** What a page needs to know of the meeting that is being booked. */
export type Offer = {
  slug: string
  title: string
  summary: string
  durationMinutes: number
  noticeMinutes: number
  host: string
  hostTitle: string
}

export type TimesViewProps = {
  locale: Locale
  zone: string
  hostZone: string
  now: number
  offer: Offer
  page: DayPage
  /** The time that the visitor came for, if any. */
  marked: { at: number; isFree: boolean; nearest: number[] } | null
}

/** The free times of one kind of meeting. Nothing is reserved by choosing one. */
export function TimesView({ locale, zone, hostZone, now, offer, page, marked }: TimesViewProps) {
  const clocks: Clocks = { locale, zone, hostZone }
  const texts = messages(locale).booking
  const shown = page.days.flatMap((day) => day.starts)
  const hasClockChange = shown.some((at) => isClockChanged(now, at, zone))
  return (
    <div className="times-page">
      <OfferHead offer={offer} locale={locale} />
      <div className="times-body">
        {shown.length > 0 && <ZoneChoice clocks={clocks} now={now} example={shown[0] ?? null} markedAt={marked?.at} />}
        {hasClockChange && <p className="soft small">{texts.zone.clocksChange}</p>}
        {shown.length === 0 && <Notice title={texts.times.none}><p>{texts.times.noneHint}</p></Notice>}
        <form method="get" action={paths.bookDetails(locale, offer.slug)} aria-label={texts.times.listLabel} className="times-form">
          <input type="hidden" name="zone" value={zone} />
          {marked && <div id={MARKED_TIME} className="marked-time" tabIndex={-1}><MarkedTime marked={marked} clocks={clocks} /></div>}
          <SlotDays days={page.days} clocks={clocks} markedAt={marked?.isFree ? marked.at : null} />
        </form>
        <DayPaging locale={locale} page={page} hrefFrom={(from) => paths.book(locale, offer.slug, { from, zone })} />
      </div>
    </div>
  )
}

function OfferHead({ offer, locale }: { offer: Offer; locale: Locale }) {
  const texts = messages(locale).booking.times
  const { durationMinutes: minutes, noticeMinutes, host, hostTitle } = offer
  const notice = durationText(noticeMinutes * MINUTE_MS, locale)
  return (
    <header className="times-head">
      <h1>{offer.title}</h1>
      <p className="times-host">{fill(texts.with, { host, hostTitle })}</p>
      <p>{offer.summary}</p>
      <p className="soft">{fill(noticeMinutes > 0 ? texts.facts : texts.factsSoon, { minutes, notice })}</p>
    </header>
  )
}

function MarkedTime({ marked, clocks }: { marked: { at: number; isFree: boolean; nearest: number[] }; clocks: Clocks }) {
  const texts = messages(clocks.locale).booking.times
  const moment = sayMoment(marked.at, clocks)
  if (marked.isFree) {
    return (
      <Notice title={fill(texts.chosen, { moment })}>
        <p><Button name="start" value={isoInstant(marked.at)}>{texts.chosenGo}</Button></p>
        <p className="soft">{texts.chosenOr}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="caution" title={fill(texts.chosenGone, { moment })}>
      <p>{texts.chosenGoneHint}</p>
      <NearestTimes starts={marked.nearest} clocks={clocks} />
    </Notice>
  )
}
