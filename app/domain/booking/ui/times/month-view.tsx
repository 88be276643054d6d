import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import type { Locale } from '#app/kernel/locale.ts'
import { dateText, monthText, weekdayText } from '#app/kernel/time.ts'
import type { MonthDay, MonthPage } from './month.ts'

type MonthViewProps = {
  locale: Locale
  page: MonthPage
  hrefOf: (query: { month: string; day?: string }) => string
}

/** A month of days, those with free times as links. Which day is shown stands in the address, so nothing needs a script. */
export function MonthView({ locale, page, hrefOf }: MonthViewProps) {
  const texts = messages(locale).booking.month
  const { month, weeks, earlier, later, chosen } = page
  return (
    <section className="month" aria-labelledby="month-title">
      <header className="month-head">
        <h2 id="month-title">{capitalised(monthText(month, locale))}</h2>
        <nav aria-label={texts.paging}>
          {earlier && <a href={hrefOf({ month: earlier })} rel="prev">{monthText(earlier, locale)}</a>}
          {later && <a href={hrefOf({ month: later })} rel="next">{monthText(later, locale)}</a>}
        </nav>
      </header>
      <table className="month-days" aria-labelledby="month-title">
        <thead>
          <tr>
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <th key={weekday} scope="col" abbr={weekdayText(weekday, locale, 'long')}>{weekdayText(weekday, locale, 'short')}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={week.find((day) => day !== null)?.date ?? index}>
              {week.map((day, column) => (
                <td key={column}>
                  {day && <Day day={day} locale={locale} isChosen={day.date === chosen} href={hrefOf({ month, day: day.date })} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Day({ day, locale, isChosen, href }: { day: MonthDay; locale: Locale; isChosen: boolean; href: string }) {
  const texts = messages(locale).booking.month
  const number = Number(day.date.slice(8))
  if (day.free === 0) return <span className="month-none">{number}<span className="visually-hidden">, {texts.none}</span></span>
  const words = fill(day.free === 1 ? texts.one : texts.many, { count: day.free })
  return (
    <a className="month-day" href={href} aria-current={isChosen ? 'date' : undefined}>
      <span aria-hidden="true">{number}</span>
      <span className="visually-hidden">{dateText(day.date, locale)}, {words}</span>
    </a>
  )
}
