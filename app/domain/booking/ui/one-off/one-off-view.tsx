import { capitalised } from '#app/i18n/capitalised.ts'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { dayText, isoInstant } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/notice.tsx'
import { BookingFields } from '../details/booking-fields.tsx'
import { FormProblem } from '../details/form-problem.tsx'
import { NearestTimes } from '../times/slot-days.tsx'
import { ZoneChoice } from '../times/zone-choice.tsx'
import { sayMoment } from '../words.ts'
import type { OneOffPage, OpenLink } from './one-off-state.ts'

/** The page behind a link for one person: its times, or in clear words why there are none, and the way on. */
export function OneOffView({ page }: { page: OneOffPage }) {
  if (page.kind === 'open') return <Open page={page} />
  const { locale } = page
  const { oneOff: texts } = messages(locale).asking
  const { title, text } = page.kind === 'wrong' ? texts.wrong : texts[page.state]
  const slug = page.kind === 'closed' ? page.typeSlug : null
  return (
    <div className="details-page stack">
      <h1>{title}</h1>
      <p className="lede">{fill(text, { host: page.kind === 'closed' ? page.host : '' })}</p>
      <p>
        {slug === null
          ? <LinkButton href={paths.front(locale)}>{texts.toFront}</LinkButton>
          : <LinkButton href={paths.book(locale, slug)}>{texts.public}</LinkButton>}
      </p>
    </div>
  )
}

function Open({ page }: { page: OpenLink }) {
  const { locale, offer, name, starts } = page
  const { oneOff: texts } = messages(locale).asking
  const words = { name: name.split(' ')[0] ?? name, host: offer.host, title: offer.title, minutes: offer.durationMinutes }
  return (
    <div className="details-page">
      <header className="details-head">
        <h1>{starts.length === 0 ? texts.none : fill(texts.title, words)}</h1>
        <p className="lede">{starts.length === 0 ? texts.noneText : fill(texts.lede, words)}</p>
      </header>
      {starts.length === 0 ? <WayOn page={page} /> : <Offered page={page} />}
    </div>
  )
}

function WayOn({ page: { locale, zone, offer: { slug }, isPublic } }: { page: OpenLink }) {
  const { oneOff: texts } = messages(locale).asking
  if (!isPublic) return <p><LinkButton href={paths.front(locale)}>{texts.toFront}</LinkButton></p>
  return (
    <p className="row">
      <LinkButton href={paths.book(locale, slug, { zone })}>{texts.public}</LinkButton>
      <LinkButton tone="quiet" href={paths.propose(locale, slug, { zone })}>{texts.propose}</LinkButton>
    </p>
  )
}

function Offered({ page }: { page: OpenLink }) {
  const { locale, zone, starts, expiresAt } = page
  const { oneOff: texts } = messages(locale).asking
  return (
    <div className="booking-body">
      <ul className="sent-times">
        {starts.map((at) => <li key={at}><time dateTime={isoInstant(at)}>{capitalised(sayMoment(at, page))}</time></li>)}
      </ul>
      <ZoneChoice clocks={page} now={page.now} example={starts[0] ?? null} kept={{}} />
      <p className="soft">{texts.how} {fill(texts.until, { day: dayText(expiresAt - 1, zone, locale) })}</p>
      <BookingForm page={page} />
    </div>
  )
}

/** Enter in a field must not choose a time, so the first button is one that can't be pressed. */
function BookingForm({ page }: { page: OpenLink }) {
  const { locale, zone, id, offer, faults, starts } = page
  const { asking: { oneOff: texts }, booking } = messages(locale)
  const listed = page.fields.flatMap((field) => {
    const fault = faults[field]
    return fault ? [{ id: field, text: booking.faults[fault] }] : []
  })
  return (
    <form method="post" action={paths.oneOff(id, { zone })} className="booking-form">
      <button type="submit" disabled hidden />
      {page.refusal && <div className="notice" data-tone="caution" role="alert" tabIndex={-1} data-focus=""><p>{texts.refusals[page.refusal]}</p></div>}
      <FormProblem locale={locale} problem={page.problem} />
      <ErrorSummary title={booking.faultTitle} faults={listed} />
      <input type="hidden" name="zone" value={zone} />
      <input type="hidden" name="idempotencyKey" value={page.idempotencyKey} />
      <input type="hidden" name="stamp" value={page.stamp} />
      <BookingFields state={page} fixedEmailHint={texts.fixedEmail} />
      <div className="privacy">
        <p>{fill(booking.details.privacy, { host: offer.host })}</p>
        <p>{fill(booking.details.retention, { months: page.retentionMonths })}</p>
      </div>
      <h2>{texts.choose}</h2>
      <NearestTimes starts={starts} clocks={page} />
    </form>
  )
}
