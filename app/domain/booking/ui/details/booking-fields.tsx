import type { InputHTMLAttributes } from 'react'
import { fill } from '#app/i18n/fill.ts'
import { messages } from '#app/i18n/messages.ts'
import { Field, TextArea } from '#app/ui/field.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { DIAGNOSES } from '../../diagnosis.ts'
import type { BookingField } from '../../input.ts'
import type { DetailsState } from './details-state.ts'

/** What the fields need to know of the page around them. */
type FieldsState = Pick<DetailsState, 'locale' | 'typed' | 'faults' | 'bounds'> & { offer: Pick<DetailsState['offer'], 'host'> }

/** Who is coming, and what for. Whatever was typed stands there still. `fixedEmailHint` says why the address can't be another. */
export function BookingFields({ state, fixedEmailHint }: { state: FieldsState; fixedEmailHint?: string }) {
  const texts = messages(state.locale).booking.details
  return (
    <>
      <h2>{texts.title}</h2>
      <TextField state={state} name="name" label={texts.name} autoComplete="name" />
      <TextField
        state={state} name="email" label={texts.email} hint={fixedEmailHint ?? texts.emailHint} type="email" inputMode="email" autoComplete="email"
        readOnly={fixedEmailHint !== undefined}
      />
      <TextField state={state} name="company" label={texts.company} autoComplete="organization" />
      <TextField state={state} name="phone" label={texts.phone} hint={texts.phoneHint} type="tel" autoComplete="tel" optionalText={texts.optional} />
      <DiagnosisFields state={state} />
      <TextArea
        id="message" name="message" label={fill(texts.message, { host: state.offer.host })} optionalText={texts.optional} rows={4}
        defaultValue={state.typed.message} error={sayFault(state, 'message')} {...boundsOf(state, 'message')}
      />
      <div className="lure" aria-hidden="true">
        <label htmlFor="website">{texts.lure}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
    </>
  )
}

function DiagnosisFields({ state }: { state: FieldsState }) {
  const { details, diagnosis } = messages(state.locale).booking
  return (
    <div className="diagnosis">
      <RadioGroup
        id="diagnosis" name="diagnosis" legend={details.diagnosis} hint={details.diagnosisHint} required
        options={DIAGNOSES.map((value) => ({ value, ...diagnosis[value] }))}
        chosen={state.typed.diagnosis} error={sayFault(state, 'diagnosis')}
      />
      <div className="own-words">
        <TextField state={state} name="diagnosisText" label={details.diagnosisText} hint={details.diagnosisTextHint} />
      </div>
    </div>
  )
}

type TextFieldProps = {
  state: FieldsState
  name: Exclude<BookingField, 'diagnosis' | 'message'>
  label: string
  hint?: string
  optionalText?: string
} & Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'autoComplete' | 'readOnly'>

function TextField({ state, name, ...rest }: TextFieldProps) {
  const said = { defaultValue: state.typed[name], error: sayFault(state, name) }
  return <Field {...rest} {...said} {...boundsOf(state, name)} id={name} name={name} />
}

function sayFault(state: FieldsState, name: BookingField): string | undefined {
  const fault = state.faults[name]
  return fault && messages(state.locale).booking.faults[fault]
}

function boundsOf(state: FieldsState, name: BookingField): { required?: boolean; maxLength?: number } {
  return state.bounds[name]
}
