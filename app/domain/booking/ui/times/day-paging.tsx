import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import type { DayPage } from './day-page.ts'

type DayPagingProps = { locale: Locale; page: DayPage; hrefFrom: (date: string) => string }

/** Plain links to the days before and after. */
export function DayPaging({ locale, page: { earlierFrom, laterFrom }, hrefFrom }: DayPagingProps) {
  const texts = messages(locale).booking.times
  if (earlierFrom === null && laterFrom === null) return null
  return (
    <nav className="day-paging" aria-label={texts.paging}>
      {earlierFrom && <a href={hrefFrom(earlierFrom)} rel="prev">{texts.earlier}</a>}
      {laterFrom && <a href={hrefFrom(laterFrom)} rel="next">{texts.later}</a>}
    </nav>
  )
}
