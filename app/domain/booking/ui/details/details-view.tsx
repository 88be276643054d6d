import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { HOUR_MS, isoInstant, MINUTE_MS } from '#app/kernel/time.ts'
import { paths } from '#app/paths.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ErrorSummary, Notice } from '#app/ui/notice.tsx'
import { ANSWER_WITHIN_MS } from '../../approval/approval.ts'
import { CarriedField } from '../address/carried-field.tsx'
import { NearestTimes } from '../times/slot-days.tsx'
import { sayMoment, type Clocks } from '../words.ts'
import { BookingFields } from './booking-fields.tsx'
import { FormProblem } from './form-problem.tsx'
import { LookInMail } from '../confirm/look-in-mail.tsx'
import { ChosenTime } from './chosen-time.tsx'
import { HeldTime, KeepTime } from './held-time.tsx'
import type { DetailsState } from './details-state.ts'

const FORM_ID = 'booking-form'

/** The chosen time, and the form that books it. */
export function DetailsView({ state }: { state: DetailsState }) {
  const { locale, zone, offer, startsAt } = state
  const texts = messages(locale).booking
  const toTimes = paths.book(locale, offer.slug, { ...state.carried, zone })
  if (startsAt === null) {
    return (
      <div className="details-page stack">
        <h1>{texts.details.noTime}</h1>
        <p>{texts.details.noTimeHint}</p>
        <p><LinkButton href={toTimes}>{texts.details.toTimes}</LinkButton></p>
      </div>
    )
  }
  const endsAt = startsAt + offer.durationMinutes * MINUTE_MS
  if (state.awaited) return <LookInMail state={state} awaited={state.awaited} times={{ startsAt, endsAt }} />
  return (
    <div className="details-page">
      <header className="details-head">
        <p className="times-host">{fill(texts.pageTitle, { title: offer.title, host: offer.host })}</p>
        <ChosenTime startsAt={startsAt} endsAt={endsAt} clocks={state} now={state.now} isOff={state.refusal !== null} isTitle />
        {state.refusal ? <p><a href={toTimes}>{texts.details.change}</a></p> : <HeldTime state={state} startsAt={startsAt} />}
      </header>
      {state.refusal && !state.isAnswer ? <TimeGone state={state} /> : (
        <div className="booking-body">
          <BookingForm state={state} startsAt={startsAt} />
          {!state.refusal && <KeepTime state={state} formId={FORM_ID} />}
        </div>
      )}
    </div>
  )
}

function BookingForm({ state, startsAt }: { state: DetailsState; startsAt: number }) {
  const { locale, zone, offer, faults, refusal } = state
  const texts = messages(locale).booking
  const listed = state.fields.flatMap((field) => {
    const fault = faults[field]
    return fault ? [{ id: field, text: texts.faults[fault] }] : []
  })
  return (
    <form method="post" action={paths.bookDetails(locale, offer.slug)} className="booking-form" id={FORM_ID}>
      {refusal && <OtherTimes state={state} startsAt={startsAt} />}
      <FormProblem locale={locale} problem={state.problem} />
      <ErrorSummary title={texts.faultTitle} faults={listed} />
      {!refusal && <input type="hidden" name="start" value={isoInstant(startsAt)} />}
      <input type="hidden" name="zone" value={zone} />
      <CarriedField carried={state.carried} />
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey} />
      <input type="hidden" name="stamp" value={state.stamp} />
      {state.hasPuzzle && <input type="hidden" name="proof" />}
      <BookingFields state={state} />
      <div className="privacy">
        <p>{fill(texts.details.privacy, { host: offer.host })}</p>
        <p>{fill(texts.details.retention, { months: state.retentionMonths })}</p>
      </div>
      {state.hasPuzzle && <p className="soft without-script">{messages(locale).reservation.confirm.withoutScript}</p>}
      {!refusal && <Submit offer={offer} locale={locale} />}
    </form>
  )
}

function Submit({ offer: { host, needsApproval }, locale }: Pick<DetailsState, 'offer' | 'locale'>) {
  const { booking, asking: { details } } = messages(locale)
  if (!needsApproval) return <p><Button size="large">{booking.details.submit}</Button></p>
  return (
    <>
      <p>{fill(details.note, { host, hours: ANSWER_WITHIN_MS / HOUR_MS })}</p>
      <p><Button size="large">{details.submit}</Button></p>
    </>
  )
}

/** The time is gone but the form is filled in: one press books another. Enter in a field must not choose a time. */
function OtherTimes({ state, startsAt }: { state: DetailsState; startsAt: number }) {
  const { locale, refusal, nearest } = state
  const texts = messages(locale).booking
  if (!refusal) return null
  const { title, text } = texts.refusal[refusal]
  return (
    <div className="notice" data-tone="caution" role="alert" tabIndex={-1} data-focus="">
      <button type="submit" disabled hidden />
      <h2>{fill(title, { moment: sayMoment(startsAt, state) })}</h2>
      <p>{text}</p>
      <p>{nearest.length > 0 ? texts.nearest : texts.noneLeft}</p>
      <NearestTimes starts={nearest} clocks={state} />
    </div>
  )
}

/** The address names a time that can't be had: nothing was typed yet, so the others are a choice anew. */
function TimeGone({ state }: { state: DetailsState }) {
  const { locale, zone, offer, startsAt, refusal, nearest } = state
  const texts = messages(locale).booking
  if (!refusal || startsAt === null) return null
  const clocks: Clocks = state
  return (
    <Notice tone="caution" title={fill(texts.refusal[refusal].title, { moment: sayMoment(startsAt, clocks) })}>
      {refusal !== 'slot-taken' && <p>{texts.refusal[refusal].text}</p>}
      <p>{nearest.length > 0 ? texts.nearestLinks : texts.noneLeft}</p>
      <form method="post" action={paths.book(locale, offer.slug)}>
        <input type="hidden" name="zone" value={zone} />
      <CarriedField carried={state.carried} />
        <NearestTimes starts={nearest} clocks={clocks} />
      </form>
    </Notice>
  )
}
