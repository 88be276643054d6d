import { fill } from '#app/i18n/fill.ts'
import { durationText } from '#app/i18n/duration-text.ts'
import { messages } from '#app/i18n/messages.ts'
import { TWELVE_HOURS } from '#app/kernel/locale.ts'
import { HOUR_MS, isoInstant, MINUTE_MS } from '#app/kernel/time.ts'
import { MARKED_TIME, paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ANSWER_WITHIN_MS } from '../../approval/approval.ts'
import { isClockChanged, sayWithWhom } from '../words.ts'
import { CarriedField } from '../address/carried-field.tsx'
import { DayPaging } from './day-paging.tsx'
import { MonthView } from './month-view.tsx'
import { MarkedTimeNotice, MyTime, ProblemNotice } from './marked-time.tsx'
import { SlotDays } from './slot-days.tsx'
import type { TimesState } from './times-state.ts'
import { ZoneChoice } from './zone-choice.tsx'

/** The free times of one kind of meeting. Pressing one reserves it for as long as it takes to fill in a form. */
export function TimesView({ state }: { state: TimesState }) {
  const { locale, zone, now, offer, page, month, marked, mine, problem, carried } = state
  const texts = messages(locale).booking
  const shown = page.days.flatMap((day) => day.starts)
  const hasClockChange = shown.some((at) => isClockChanged(now, at, zone))
  const hrefOf = (query: Record<string, string | undefined>) => paths.book(locale, offer.slug, { ...carried, ...query, zone })
  return (
    <div className="times-page">
      <OfferHead state={state} />
      <div className="times-body">
        {mine && <MyTime mine={mine} state={state} />}
        {problem && <ProblemNotice problem={problem} state={state} />}
        {marked && marked.state !== 'mine' && (
          <div id={MARKED_TIME} className="marked-time" tabIndex={-1}><MarkedTimeNotice marked={marked} state={state} /></div>
        )}
        {shown.length > 0 && (
          <ZoneChoice
            clocks={state} now={now} example={shown[0] ?? null} markedAt={marked?.at} kept={{ ...carried, ...monthOf(state) }}
            otherHours={otherHours(state)}
          />
        )}
        {(shown.length > 0 || month) && <OtherView state={state} first={page.days[0]?.date} />}
        {hasClockChange && <p className="soft small">{texts.zone.clocksChange}</p>}
        {shown.length === 0 && !month && <NoTimes state={state} />}
        {month && <MonthView locale={locale} page={month} hrefOf={hrefOf} />}
        {month && shown.length === 0 && <p className="soft">{texts.month.empty}</p>}
        {shown.length > 0 && <Times state={state} hrefOf={hrefOf} />}
        {(shown.length > 0 || month) && (
          <p><a className="times-other" href={proposeHref(state)}>{messages(locale).asking.propose.link}</a></p>
        )}
        <DayPaging locale={locale} page={page} hrefFrom={(from) => hrefOf({ from })} />
      </div>
    </div>
  )
}

/** Danish has one clock. */
function otherHours(state: TimesState): { href: string; hours: '12' | '24' } | undefined {
  const { locale, offer, zone, carried, page: { days: [first] } } = state
  if (locale === 'da') return undefined
  const [hours, other] = locale === 'en' ? ['12', TWELVE_HOURS] as const : ['24', 'en'] as const
  const where = state.month ? monthOf(state) : { from: first?.date }
  return { hours, href: paths.book(other, offer.slug, { ...carried, ...where, zone, clock: hours }) }
}

function Times({ state, hrefOf }: { state: TimesState; hrefOf: (query: { at: string }) => string }) {
  const { locale, zone, offer, page, marked, mine, carried } = state
  return (
    <form method="post" action={paths.book(locale, offer.slug)} aria-label={messages(locale).booking.times.listLabel} className="times-form">
      <input type="hidden" name="zone" value={zone} />
      <CarriedField carried={carried} />
      <SlotDays
        days={page.days} clocks={state} mineAt={mine?.at} markedAt={marked?.state === 'free' ? marked.at : null}
        reserved={{ starts: state.reserved, hrefOf: (at) => hrefOf({ at: isoInstant(at) }) }}
      />
    </form>
  )
}

/** Nothing is free, so the way on is to propose times of one's own. */
function NoTimes({ state }: { state: TimesState }) {
  const { booking: { times: texts }, asking: { oneOff: { propose } } } = messages(state.locale)
  return (
    <Notice title={texts.none}>
      <p>{texts.noneHint}</p>
      <p><LinkButton href={proposeHref(state)}>{propose}</LinkButton></p>
    </Notice>
  )
}

function proposeHref({ locale, offer, carried, zone }: TimesState): string {
  return paths.propose(locale, offer.slug, { ...carried, zone })
}

function monthOf({ month }: TimesState): { month?: string; day?: string } {
  return { month: month?.month, day: month?.chosen ?? undefined }
}

/** Days as a list, or a whole month: each leads to the other at the same day. */
function OtherView({ state: { locale, zone, offer, month, carried }, first }: { state: TimesState; first: string | undefined }) {
  const texts = messages(locale).booking.month
  const query = month ? { ...carried, from: first, zone } : { ...carried, month: first?.slice(0, 7), day: first, zone }
  return <p><a className="times-other" href={paths.book(locale, offer.slug, query)}>{month ? texts.toList : texts.toMonth}</a></p>
}

function OfferHead({ state: { offer, locale, zone, carried } }: { state: TimesState }) {
  const texts = messages(locale).booking.times
  const { durationMinutes: minutes, noticeMinutes, host } = offer
  const notice = durationText(noticeMinutes * MINUTE_MS, locale)
  return (
    <header className="times-head">
      <h1>{offer.title}</h1>
      <p className="times-host">{sayWithWhom(offer, locale)}</p>
      <p>{offer.summary}</p>
      {offer.lengths.length > 1 && (
        <nav className="lengths" aria-label={texts.lengths}>
          {offer.lengths.map((length) => (
            <a
              key={length.minutes} href={paths.book(locale, length.slug, { ...carried, zone })} aria-current={length.minutes === minutes ? 'page' : undefined}
            >
              {fill(texts.length, { minutes: length.minutes })}
            </a>
          ))}
        </nav>
      )}
      <p className="soft">{fill(noticeMinutes > 0 ? texts.facts : texts.factsSoon, { minutes, notice })}</p>
      {offer.needsApproval && <p className="soft">{fill(messages(locale).asking.times, { host, hours: ANSWER_WITHIN_MS / HOUR_MS })}</p>}
    </header>
  )
}
