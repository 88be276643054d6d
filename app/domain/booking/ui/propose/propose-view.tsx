import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { ErrorSummary, type FieldFault } from '#app/ui/notice.tsx'
import { CarriedField } from '../address/carried-field.tsx'
import { BookingFields } from '../details/booking-fields.tsx'
import { FormProblem } from '../details/form-problem.tsx'
import { offeredZones } from '../times/offered-zones.ts'
import { sayZoneOption } from '../words.ts'
import type { ProposeState } from './propose-state.ts'
import { Sent } from './sent.tsx'
import { TimeRows } from './time-rows.tsx'

/** A form for times of one's own, where none of the free ones fits. */
export function ProposeView({ state }: { state: ProposeState }) {
  const { locale, zone, offer } = state
  const { propose: texts } = messages(locale).asking
  if (state.sent.length > 0) return <Sent state={state} />
  return (
    <div className="details-page">
      <header className="details-head">
        <p className="times-host">{fill(messages(locale).booking.pageTitle, { title: offer.title, host: offer.host })}</p>
        <h1>{texts.title}</h1>
        <p>{fill(texts.lede, { host: offer.host })}</p>
        <p><a href={paths.book(locale, offer.slug, { ...state.carried, zone })}>{texts.back}</a></p>
      </header>
      <div className="booking-body"><ProposeForm state={state} /></div>
    </div>
  )
}

function ProposeForm({ state }: { state: ProposeState }) {
  const { locale, zone, offer, now } = state
  const { asking: { propose: texts }, booking } = messages(locale)
  const zones = offeredZones(zone).map((name) => ({ value: name, label: sayZoneOption(name, now, locale) }))
  return (
    <form method="post" action={paths.propose(locale, offer.slug)} className="booking-form">
      <FormProblem locale={locale} problem={state.problem} />
      <ErrorSummary title={booking.faultTitle} faults={faultsOf(state)} />
      <input type="hidden" name="idempotencyKey" value={state.idempotencyKey} />
      <input type="hidden" name="stamp" value={state.stamp} />
      <CarriedField carried={state.carried} />
      <TimeRows
        rows={state.rows} faults={state.rowFaults} texts={{ ...texts, legend: texts.times }}
        hint={fill(texts.timesHint, { minutes: offer.durationMinutes })}
      />
      <Select id="zone" name="zone" label={texts.zone} hint={texts.zoneHint} options={zones} defaultValue={zone} />
      <BookingFields state={state} />
      <div className="privacy">
        <p>{fill(booking.details.privacy, { host: offer.host })}</p>
        <p>{fill(booking.details.retention, { months: state.retentionMonths })}</p>
      </div>
      <p><Button size="large">{texts.submit}</Button></p>
    </form>
  )
}

function faultsOf({ locale, rowFaults, fields, faults }: ProposeState): FieldFault[] {
  const { asking: { propose }, booking } = messages(locale)
  const ofRows = rowFaults.flatMap((fault, index) => {
    if (fault === null) return []
    const id = fault === 'not-a-time' ? `time-${index + 1}` : `date-${index + 1}`
    return [{ id, text: fill(propose.rowFault, { number: index + 1, fault: propose.faults[fault] }) }]
  })
  const ofFields = fields.flatMap((field) => {
    const fault = faults[field]
    return fault ? [{ id: field, text: booking.faults[fault] }] : []
  })
  return [...ofRows, ...ofFields]
}
